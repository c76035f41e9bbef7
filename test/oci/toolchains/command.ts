import { spawn } from 'node:child_process';

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a build tool to its end; a missing tool is an ordinary failure. */
export function run(
  argv: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const [command = '', ...rest] = argv;
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** The last lines say why a build tool failed. */
export const reasonOf = ({ output }: Ran): string => output.trim().split('\n').slice(-3).join(' ').slice(-400);
