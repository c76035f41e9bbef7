import type { TextEdit } from '../../contract';

/** New imports, by path and the name that the file gives each. */
export function addedImports(text: string, added: ReadonlyMap<string, string>): TextEdit[] {
  if (added.size === 0) return [];
  const specs = [...added]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, local]) => ({ path, spec: spec(path, local) }));
  const block = importBlock(text);
  if (!block) return [lines(text, specs)];
  const listed = listedIn(text, block);
  return [true, false].flatMap((standard) => {
    const group = listed.filter(({ path }) => isStandard(path) === standard);
    const own = specs.filter(({ path }) => isStandard(path) === standard);
    if (own.length === 0) return [];
    if (group.length > 0) return own.map((one) => ({ span: at(placeIn(group, one.path)), text: `\t${one.spec}\n` }));
    // A group of its own, apart from the other one: the standard library comes first.
    const all = own.map((one) => `\t${one.spec}\n`).join('');
    if (listed.length === 0) return [{ span: at(block.close), text: all }];
    return [standard ? { span: at(block.inside), text: `${all}\n` } : { span: at(block.close), text: `\n${all}` }];
  });
}

interface Spec {
  readonly path: string;
  readonly spec: string;
}

const spec = (path: string, local: string): string =>
  path.slice(path.lastIndexOf('/') + 1) === local ? `"${path}"` : `${local} "${path}"`;

/** Behind the last import without a block, else behind the name of the package. */
function lines(text: string, specs: readonly Spec[]): TextEdit {
  const last = [...text.matchAll(/^import[ \t][^\n]*/gm)].at(-1);
  const head = last ?? /^package[ \t][^\n]*/m.exec(text);
  const place = head ? Math.min(text.length, head.index + head[0].length + 1) : 0;
  const all = specs.map((one) => `import ${one.spec}\n`).join('');
  return { span: at(place), text: last ? all : `\n${all}` };
}

interface Listed {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function listedIn(text: string, { inside, close }: ImportBlock): Listed[] {
  let end = inside;
  return text
    .slice(inside, close)
    .split(/(?<=\n)/)
    .flatMap((line) => {
      const start = end;
      end += line.length;
      const path = /"([^"]+)"/.exec(line)?.[1];
      return path === undefined ? [] : [{ path, start, end }];
    });
}

/** Before the first one that sorts behind it, else behind the last one. */
function placeIn(group: readonly Listed[], path: string): number {
  const next = group.find((one) => one.path > path);
  return next ? next.start : (group.at(-1)?.end ?? 0);
}

const isStandard = (path: string): boolean => !/^[^/"]*\./.test(path);

const at = (place: number): { start: number; end: number } => ({ start: place, end: place });

interface ImportBlock {
  readonly start: number;
  /** Where its lines start. */
  readonly inside: number;
  /** Its closing bracket. */
  readonly close: number;
  readonly end: number;
}

/** `import ( … )`. */
export function importBlock(text: string): ImportBlock | undefined {
  const open = /^import[ \t]{0,8}\(\r?\n?/m.exec(text);
  if (!open) return undefined;
  const inside = open.index + open[0].length;
  const close = text.indexOf(')', inside);
  return close < 0 ? undefined : { start: open.index, inside, close, end: close + 1 };
}
