/** Imports and the body of a program that waits for OCI. */
export const program = (imports: readonly string[], body: readonly string[]): string =>
  [
    ...imports,
    '',
    'async function main(): Promise<void> {',
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '}',
    '',
    'main();',
    '',
  ].join('\n');
