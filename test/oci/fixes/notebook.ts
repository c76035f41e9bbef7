interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
}

/** What a kernel runs of a notebook, as one program: its code cells in order, without those that speak to the kernel. */
export function programOf(notebook: string): string {
  const { cells } = JSON.parse(notebook) as { readonly cells: readonly Cell[] };
  const sources = cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => (typeof source === 'string' ? source : source.join('')));
  return sources.filter((source) => !/^\s*[%!]/.test(source)).join('\n\n');
}
