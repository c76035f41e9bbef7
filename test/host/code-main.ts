import path from 'node:path';
import { exitOnSignals } from './server';
import { runSuite } from './suite';

const options = new Map<string, string>();
let workspace: string | undefined;
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name) options.set(name, value ?? '');
  else workspace = path.resolve(argument);
}

const resolved = (name: string): string => {
  const value = options.get(name);
  if (!value) throw new Error(`--${name} is missing`);
  return path.resolve(value);
};

async function main(): Promise<number> {
  return runSuite({
    extension: resolved('extensionDevelopmentPath'),
    tests: resolved('extensionTestsPath'),
    workspace,
    artifacts: process.env.TEST_ARTIFACTS,
    env: Object.fromEntries(
      Object.entries(process.env).flatMap(([key, value]) => (key.startsWith('TEST_') && value ? [[key, value]] : [])),
    ),
  });
}

exitOnSignals();
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
