export interface JavaProgram {
  readonly imports: readonly string[];
  readonly body: readonly string[];
}

const indented = (line: string): string => (line === '' ? '' : `        ${line}`);

/** One class with `main`; what the body needs of the standard library is imported too. */
export function javaProgram({ imports, body }: JavaProgram): string {
  const standard = body.some((line) => /\bList\.of\b/.test(line)) ? ['java.util.List'] : [];
  const names = [...new Set([...imports, ...standard])].sort();
  return [
    ...names.map((name) => `import ${name};`),
    '',
    'public class Main {',
    '    public static void main(String[] args) throws Exception {',
    ...body.map(indented),
    '    }',
    '}',
    '',
  ].join('\n');
}

/** A string of Java. */
export const quoted = (text: string): string => JSON.stringify(text);
