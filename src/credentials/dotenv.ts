export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Counts from zero. */
  readonly line: number;
}

const ASSIGNMENT = /^(?:export\s{1,20})?([A-Za-z_]\w{0,200})\s{0,80}=(.*)$/;

/** The variables of a `.env` file; what is no assignment is passed over. */
export function readDotenv(text: string): Variable[] {
  return text.split('\n').flatMap((line, index) => {
    const [, name, value] = ASSIGNMENT.exec(line.trim()) ?? [];
    return name === undefined ? [] : [{ name, value: unquoted((value ?? '').trim()), line: index }];
  });
}

function unquoted(value: string): string {
  const quote = value[0];
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    return end < 0 ? value.slice(1) : value.slice(1, end);
  }
  const comment = value.search(/\s#/);
  return (comment < 0 ? value : value.slice(0, comment)).trim();
}
