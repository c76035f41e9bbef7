import type { Language } from '../toolchains/toolchain';
import type { Collected } from './collect';

export interface Together {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
}

type Join = (samples: readonly Collected[]) => Together;

/** What begins the line that a program writes before each sample. */
export const MARK = '## ';

const named = (
  samples: readonly Collected[],
  fileOf: (at: number) => string,
  textOf: (text: string, at: number) => string,
): Record<string, string> => Object.fromEntries(samples.map(({ text }, at) => [fileOf(at), textOf(text, at)] as const));

const python: Join = (samples) => ({
  entry: 'main.py',
  files: {
    ...named(
      samples,
      (at) => `s${at}.py`,
      (text) => text,
    ),
    'main.py': [
      'import os, runpy',
      'os.environ["OCI_DELEGATION_TOKEN_FILE"] = os.path.expanduser("~/.oci/delegation_token")',
      'here = os.path.dirname(__file__)',
      ...samples.flatMap(({ name }, at) => [
        `print("${MARK}${name}", flush=True)`,
        `runpy.run_path(os.path.join(here, "s${at}.py"))`,
      ]),
      '',
    ].join('\n'),
  },
});

/** `main()` is handed out, so that one sample ends before the next begins. */
const typescript: Join = (samples) => ({
  entry: 'run.mts',
  files: {
    ...named(
      samples,
      (at) => `s${at}.mts`,
      (text) => text.replace(/\nmain\(\);\n$/, '\nexport default main();\n'),
    ),
    'run.mts': samples
      .flatMap(({ name }, at) => [`console.log('${MARK}${name}');`, `await (await import('./s${at}.mjs')).default;`])
      .join('\n'),
  },
});

const java: Join = (samples) => ({
  entry: 'Run.java',
  files: {
    ...named(
      samples,
      (at) => `s${at}/Main.java`,
      (text, at) => `package s${at};\n${text}`,
    ),
    'Run.java': [
      'class Run {',
      '  public static void main(String[] args) throws Exception {',
      ...samples.flatMap(({ name }, at) => [
        `System.out.println("${MARK}${name}");`,
        `s${at}.Main.main(args);`,
        'settle();',
      ]),
      '  }',
      '',
      '  // A session is renewed as it begins, which writes its token anew: the next sample shall not read half of it.',
      '  private static void settle() throws InterruptedException {',
      '    for (Thread thread : Thread.getAllStackTraces().keySet())',
      '      if (!thread.isDaemon() && thread.getName().startsWith("pool-")) thread.join(2_000);',
      '  }',
      '}',
    ].join('\n'),
  },
});

/** One package: only the names that every sample declares are numbered. */
const go: Join = (samples) => ({
  entry: 'run.go',
  files: {
    ...named(
      samples,
      (at) => `s${at}.go`,
      (text, at) => text.replace('func main()', `func main${at}()`).replace(/\bsigning\b/g, `signing${at}`),
    ),
    'run.go': [
      'package main',
      '',
      'import (',
      '\t"fmt"',
      '\t"os"',
      ')',
      '',
      'func main() {',
      '\tos.Setenv("OCI_DELEGATION_TOKEN_FILE", os.Getenv("HOME")+"/.oci/delegation_token")',
      ...samples.flatMap(({ name }, at) => [`\tfmt.Println("${MARK}${name}")`, `\tmain${at}()`]),
      '}',
      '',
    ].join('\n'),
  },
});

const shell: Join = (samples) => ({
  entry: 'run.sh',
  files: {
    ...named(
      samples,
      (at) => `s${at}.sh`,
      (text) => text,
    ),
    'run.sh': [
      'set -e',
      'cd "$(dirname "$0")"',
      'export OCI_CLI_DELEGATION_TOKEN_FILE="$HOME/.oci/delegation_token"',
      ...samples.flatMap(({ name }, at) => [`echo; echo '${MARK}${name}'`, `bash -e -o pipefail s${at}.sh`]),
      '',
    ].join('\n'),
  },
});

/** Samples of a language in one program, each unchanged in what it does: to start a runtime once is enough. */
export const TOGETHER: Readonly<Record<Language, Join>> = { python, typescript, java, go, shell };
