import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Surroundings } from '../../src/engine';
import { FrontEnds } from '../../src/engine/languages';
import { RULES } from '../../src/rules';
import type { Fix } from '../../src/rules/contract';
import { applied } from '../../src/rules/repair/edits';
import { fixtureFiles, grammarFile, lineOf, surroundingsOf, testEngine } from './fixtures';
import { fill } from './material';

const HERE = import.meta.dirname ?? __dirname;
const MARKS = /[ \t]*(?:#|\/\/|--|\/\*|<!--) ?(?:<- [a-z-]+ ?)+(?:\*\/|-->)?/g;

/** Findings without a fix, by rule and the end of the file’s name, and why nobody can write one. */
const UNPROMISED: readonly (readonly [rule: RegExp, file: RegExp, reason: string])[] = [
  [/with-genai-key$/, /\.sql$/, 'a signed raw request is another program'],
  [
    /with-genai-key$/,
    /\.ps1$/,
    'before PowerShell 7.3 a body in JSON loses its quotes on its way to the CLI, and the CLI does not fail when OCI refuses',
  ],
  [/^agent-with-genai-key$/, /fetch\.ts$/, 'OpenAI has no route to agents'],
  [
    /^agent-with-genai-key$/,
    /\.cs$/,
    'the client is given, or its message has the header among initialisers; RestSharp has signers of its own',
  ],
  [/^agent-with-genai-key$/, /requests\.java$/, 'Spring does not show the body to sign'],
  [/^hosted-application-with-genai-key$/, /example\.ts$/, 'the token of the identity domain needs a client of its own'],
  [/^hosted-application-with-genai-key$/, /\.go$/, 'a token of the domain needs another client'],
  [/^agent-with-genai-key$/, /transports\.py$/, 'OpenAI has no route to agents'],
  [/^agent-with-iam-key$/, /\.sql$/, 'the credential stands in the database'],
  [/^agent-with-iam-key$/, /(?:alternatives|shapes)\.py$/, 'what is spread into the call may hold the signer'],
  [/^unawaited-provider$/, /\.[jt]s$/, 'no await may stand there'],
  [/^retired-endpoint-or-package$/, /\.py$/, 'the successor names its classes otherwise'],
  [/^embedded-iam-credentials$/, /\.(?:sql|md)$/, 'no variable is read there'],
  [/^hardcoded-genai-key$/, /\.sql$/, 'no variable is read there'],
  [/^policy-plane-gap$/, /./, 'the policy stands elsewhere'],
  [
    /^image-with-oci-config$/,
    /\.yaml$/,
    'other lines need the build context; a mount over several lines has no short form',
  ],
];

const isPromised = (rule: string, file: string): boolean =>
  !UNPROMISED.some(([which, name]) => which.test(rule) && name.test(file));

const frontEnds = new FrontEnds(grammarFile);
const engine = testEngine();

async function isBroken(file: string, text: string): Promise<boolean> {
  if (file.endsWith('.ipynb')) return JSON.parse(text) === undefined;
  const program = (await frontEnds.get(pathToFileURL(file).href)).parse(text);
  const { broken } = program;
  program.dispose();
  return broken;
}

describe('promises of the rules', () => {
  for (const rule of RULES) {
    const files = fixtureFiles(path.join(HERE, rule.id), 'bad').filter((file) => !file.endsWith('.name'));
    for (const file of files) {
      it(`every finding in ${path.relative(HERE, file)} has a fix that breaks nothing`, async () => {
        const marked = readFileSync(file, 'utf8').replace(MARKS, '');
        const text = fill(marked.replace(/"<- [a-z-]+"/g, '/target'));
        const around = await surroundingsOf(file);
        const uri = pathToFileURL(file).href;
        const whole = !(await isBroken(file, text));
        // The file as it is comes first: one that is half typed proves nothing.
        const programs = file.endsWith('.py') ? [text] : [];
        for (const finding of await engine.lint({ uri, text }, around)) {
          const where = `${lineOf(text, finding.span.start)}: ${finding.rule}`;
          const fixes = engine.fixes(uri, finding).filter(({ title }) => !title.startsWith('Allow '));
          if (isPromised(finding.rule, file)) assert.notDeepEqual(fixes, [], `${where} has no fix`);
          for (const fix of fixes) await helps(fix, finding, { file, text, around, whole, where });
          if (programs.length > 0) programs.push(...fixes.map(({ edits }) => applied(text, edits)));
        }
        const refused = programs.length > 1 ? refusedByPython(programs) : [];
        if (!refused.includes(0)) assert.deepEqual(refused, [], 'Python refuses what a fix made');
      });
    }
  }
});

/** What Python itself refuses of programs, each with its place in the list; nothing where there is no Python. */
function refusedByPython(programs: readonly string[]): number[] {
  const compile = [
    'import json, sys',
    'for at, text in enumerate(json.load(sys.stdin)):',
    '    try: compile(text, "program", "exec")',
    '    except SyntaxError: print(at)',
  ].join('\n');
  const { stdout } = spawnSync('python3', ['-W', 'ignore', '-c', compile], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
  });
  return (stdout ?? '').split('\n').filter(Boolean).map(Number);
}

interface Place {
  readonly file: string;
  readonly text: string;
  readonly around: Surroundings;
  readonly whole: boolean;
  readonly where: string;
}

/** The file can still be read, and has fewer findings of the rule; a line for another file changes nothing here. */
async function helps(fix: Fix, finding: Finding, { file, text, around, whole, where }: Place): Promise<void> {
  const what = `${where}: ${fix.title}`;
  const after = applied(text, fix.edits);
  if (whole) assert.ok(!(await isBroken(file, after)), `${what} breaks the file`);
  if (fix.edits.length === 0) return;
  const uri = pathToFileURL(file).href;
  const grave = async (now: string): Promise<number> =>
    (await engine.lint({ uri, text: now }, around)).filter((one) => isAsGrave(one, finding)).length;
  // A key that several clients share is reported once, where it is made, until the last of them has a principal.
  const shared = finding.rule === 'workload-with-iam-key';
  const [left, found] = [await grave(after), await grave(text)];
  assert.ok(left < found || (shared && left === found && after !== text), `${what} leaves the finding`);
}

const isAsGrave = (one: Finding, { rule, severity }: Finding): boolean =>
  one.rule === rule && one.severity === severity;
