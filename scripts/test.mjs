// `npm test`: every check and every suite, one after the other, and one line at the end that adds them up.
// Plain JavaScript, because it must also run where nothing is installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import './dependencies.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const MINUTES = 60_000;

const MOCHA = [
  'node',
  '--import',
  'tsx',
  'node_modules/mocha/bin/mocha.js',
  '--reporter',
  'scripts/counting-reporter.cjs',
];

const STEPS = [
  { name: 'types', command: ['node', 'node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    name: 'format and lint',
    command: ['node', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  { name: 'floors', command: ['npm', 'run', '--silent', 'check:floors'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  mocha('unit', 'test/unit'),
  mocha('rules', 'test/rules'),
  mocha('fuzz', 'test/fuzz', 10),
  mocha('local OCI', 'test/oci', 40),
  { name: 'package', command: ['npm', 'run', '--silent', 'package'] },
  { name: 'compile suites', command: ['npm', 'run', '--silent', 'build:suites'] },
  { name: 'VS Code for tests', command: ['node', '--import', 'tsx', 'test/host/install.ts'], ahead: true, minutes: 20 },
  { name: 'extension host', command: ['node', '--import', 'tsx', 'test/vscode/run.ts'], minutes: 10, counts: true },
  mocha('window', 'test/e2e', 15),
];

function mocha(name, folder, minutes = 15) {
  return { name, folder, minutes, counts: true, command: [...MOCHA, '--timeout', '60000', `${folder}/**/*.test.ts`] };
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs a command to its end, or to its deadline: then with everything it started. */
function run({ command: [program, ...args], minutes = 5, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let output = '';
    const read = (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    const timer = setTimeout(() => {
      read(`\nno end after ${minutes} minutes\n`);
      kill(child);
    }, minutes * MINUTES);
    const end = (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ ok: code === 0, output });
    };
    child.on('error', (error) => {
      read(`${error.message}\n`);
      end(1);
    });
    child.on('close', end);
  });
}

const children = new Set();

function kill(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // Gone already.
  }
}

/** A step that reports no counts, or none that explain its failure, is a check of its own. */
function count(step, { ok, output }) {
  const found = step.counts ? [...output.matchAll(/^# counts (\d+) (\d+) (\d+)\s*$/gm)] : [];
  for (const [, passed, failed, skipped] of found) {
    total.passed += Number(passed);
    total.failed += Number(failed);
    total.skipped += Number(skipped);
  }
  const explained = found.some(([, , failed]) => Number(failed) > 0);
  if (!ok) {
    failures.push(step.name);
    if (!explained) total.failed += 1;
  } else if (found.length === 0) total.passed += 1;
}

const hasTests = ({ folder }) =>
  !folder ||
  (existsSync(path.join(ROOT, folder)) &&
    readdirSync(path.join(ROOT, folder), { recursive: true }).some((name) => name.endsWith('.test.ts')));

async function main() {
  const only = process.argv.slice(2);
  const steps = STEPS.filter(hasTests).filter(
    ({ name }) => only.length === 0 || only.some((one) => name.includes(one)),
  );
  // What takes minutes and needs nobody starts first.
  const ahead = new Map(steps.filter((step) => step.ahead).map((step) => [step, run({ ...step, quiet: true })]));
  for (const step of steps) {
    const started = Date.now();
    console.log(`\n== ${step.name}`);
    const result = await (ahead.get(step) ?? run(step));
    if (ahead.has(step) && !result.ok) process.stdout.write(result.output);
    count(step, result);
    console.log(`== ${step.name}: ${result.ok ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of children) kill(child);
    process.exit(130);
  });
}

process.exitCode = await main();
