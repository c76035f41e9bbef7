// Every fix over checkouts of other people's code: CORPUS=<folder> node --import tsx bench/corpus.ts
import { pathToFileURL } from 'node:url';
import { type Surroundings as Around, createEngine, type Engine, type Finding, tooLong } from '../src/engine';
import { FrontEnds, isNotebook, languageOf, mayBeCredential } from '../src/engine/languages';
import { repairText } from '../src/engine/repair-text';
import { automatic } from '../src/engine/repairs';
import { Surroundings } from '../src/machine/surroundings';
import { readText } from '../src/machine/text-file';
import { filesUnder } from '../src/machine/walk';
import { DiskFiles } from '../src/machine/workspace-files';
import { RULES } from '../src/rules';
import type { Fix } from '../src/rules/contract';
import { applied } from '../src/rules/repair/edits';
import { grammarFile } from '../test/rules/fixtures';

interface Count {
  findings: number;
  /** Findings of rules that write fixes. */
  promised: number;
  offered: number;
  fixes: number;
  broken: number;
  /** The fix leaves its finding, or is offered again by what it made. */
  useless: number;
}

interface Document {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  readonly around: Around;
}

const counts = new Map<string, Count>();
const countOf = (rule: string): Count => {
  const known = counts.get(rule);
  if (known) return known;
  const count = { findings: 0, promised: 0, offered: 0, fixes: 0, broken: 0, useless: 0 };
  counts.set(rule, count);
  return count;
};

const frontEnds = new FrontEnds(grammarFile);

async function isBroken(uri: string, text: string): Promise<boolean> {
  if (isNotebook(uri)) {
    try {
      return JSON.parse(text) === undefined;
    } catch {
      return true;
    }
  }
  if (!languageOf(uri)) return false;
  const program = (await frontEnds.get(uri)).parse(text);
  const { broken } = program;
  program.dispose();
  return broken;
}

/** Each fix of each finding alone; then what the terminal would apply, until nothing changes. */
async function examine(engine: Engine, { file, uri, text, around }: Document): Promise<void> {
  const whole = !(await isBroken(uri, text));
  const findings = await engine.lint({ uri, text }, around);
  const offers = findings.map((finding) => ({ finding, fixes: ownFixes(engine, uri, finding) }));
  for (const { finding, fixes } of offers) {
    const count = countOf(finding.rule);
    const promises = RULES.find(({ id }) => id === finding.rule)?.fixes !== undefined;
    count.findings += 1;
    count.promised += promises ? 1 : 0;
    count.offered += fixes.length > 0 ? 1 : 0;
    if (promises && fixes.length === 0) console.log(`no fix: ${lineIn(file, text, finding)}`);
    for (const fix of fixes) await tryFix(engine, { file, uri, text, around }, finding, fix, whole);
  }
  if (findings.length === 0) return;
  const result = await repairText(engine, { uri, text }, around, (all) => automatic(all, true));
  if (whole && (await isBroken(uri, result.text))) console.log(`broken by all fixes: ${file}`);
  const again = await repairText(engine, { uri, text: result.text }, around, (all) => automatic(all, true));
  if (again.text !== result.text) console.log(`does not come to rest: ${file}`);
}

async function tryFix(
  engine: Engine,
  { file, uri, text, around }: Document,
  finding: Finding,
  fix: Fix,
  whole: boolean,
): Promise<void> {
  const count = countOf(finding.rule);
  count.fixes += 1;
  if (fix.edits.length === 0) return;
  const after = applied(text, fix.edits);
  if (whole && (await isBroken(uri, after))) {
    count.broken += 1;
    console.log(`broken: ${lineIn(file, text, finding)}: ${fix.title}`);
  }
  const left = (await engine.lint({ uri, text: after }, around)).filter(({ rule }) => rule === finding.rule).length;
  const before = (await engine.lint({ uri, text }, around)).filter(({ rule }) => rule === finding.rule).length;
  if (left < before || finding.rule === 'workload-with-iam-key') return;
  count.useless += 1;
  console.log(`leaves the finding: ${lineIn(file, text, finding)}: ${fix.title}`);
}

const ownFixes = (engine: Engine, uri: string, finding: Finding): Fix[] =>
  engine.fixes(uri, finding).filter(({ title }) => !title.startsWith('Allow '));

const lineIn = (file: string, text: string, { rule, span }: Finding): string =>
  `${file}:${text.slice(0, span.start).split('\n').length}: ${rule}`;

async function main(folder: string): Promise<void> {
  const engine = createEngine({ grammars: grammarFile, files: new DiskFiles() });
  const surroundings = new Surroundings({ roots: [folder], base: folder, userConfig: false, trusted: true });
  for await (const { file } of filesUnder([folder], () => {})) {
    const uri = pathToFileURL(file).href;
    if (!isNotebook(uri) && !languageOf(uri) && !mayBeCredential(uri)) continue;
    const text = (await readText(file).catch(() => undefined))?.text;
    if (text === undefined || tooLong(uri, text)) continue;
    await examine(engine, { file, uri, text, around: await surroundings.of(file) });
    engine.close(uri);
  }
  console.table(Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))));
  if ([...counts.values()].some(({ broken }) => broken > 0)) process.exitCode = 1;
}

const { CORPUS } = process.env;
if (CORPUS) void main(CORPUS);
else console.log('CORPUS names no folder: nothing to do');
