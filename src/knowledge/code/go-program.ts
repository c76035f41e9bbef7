export interface GoProgram {
  readonly imports: readonly string[];
  /** Beside `main`. */
  readonly declarations?: readonly string[];
  readonly body: readonly string[];
}

export const SDK = 'github.com/oracle/oci-go-sdk/v65';

/** The rest of a body, one line after each call that can fail. */
export const CHECK = ['if err != nil {', '\tlog.Fatal(err)', '}'];

/** Standard library first, as gofmt leaves it. */
export function goProgram({ imports, declarations = [], body }: GoProgram): string {
  const all = [...new Set([...imports, 'log'])].sort();
  const standard = all.filter((name) => !name.includes('.'));
  const packages = all.filter((name) => name.includes('.'));
  const listed = [...standard, ...(packages.length > 0 ? [''] : []), ...packages];
  return [
    'package main',
    '',
    'import (',
    ...listed.map((name) => (name === '' ? '' : `\t"${name}"`)),
    ')',
    '',
    ...declarations,
    'func main() {',
    ...body.map((line) => (line === '' ? '' : `\t${line}`)),
    '}',
    '',
  ].join('\n');
}
