import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FrontEnds } from '../../src/engine/languages';
import { RULES } from '../../src/rules';
import { applied } from '../../src/rules/repair/edits';
import { expectations, fixtureFiles, grammarFile, lineOf, surroundingsOf, testEngine } from './fixtures';
import { fill } from './material';

const HERE = import.meta.dirname ?? __dirname;
const ROOT = path.resolve(HERE, '../..');

describe('rules', () => {
  it('have a page and fixtures each, and nothing else has', () => {
    const ids = RULES.map((rule) => rule.id).sort();
    const folders = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(folders.map((entry) => entry.name).sort(), ids);
    const pages = readdirSync(path.join(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
    assert.deepEqual(
      pages.sort(),
      ids.map((id) => `${id}.md`),
    );
    for (const id of ids) assert.ok(existsSync(path.join(ROOT, `src/rules/${id}.ts`)), id);
  });

  for (const rule of RULES) {
    const folder = path.join(HERE, rule.id);
    if (!existsSync(folder)) continue;
    describe(rule.id, () => {
      it('has bad and ok fixtures', () => {
        assert.ok(fixtureFiles(folder, 'bad').length > 0);
        assert.ok(fixtureFiles(folder, 'ok').length > 0);
      });
      for (const file of fixtureFiles(folder, 'bad')) {
        it(`finds what ${path.relative(folder, file)} marks, and nothing else`, async () => {
          const text = fill(readFileSync(file, 'utf8'));
          const expected = expectations(text);
          assert.ok(expected.length > 0, 'a bad fixture marks at least one finding');
          const findings = await testEngine().lint({ uri: pathToFileURL(file).href, text }, await surroundingsOf(file));
          const found = findings.map((finding) => ({ line: lineOf(text, finding.span.start), rule: finding.rule }));
          assert.deepEqual(sorted(found), sorted(expected));
        });
      }
      for (const file of fixtureFiles(folder, 'ok')) {
        it(`is silent on ${path.relative(folder, file)}`, async () => {
          const text = fill(readFileSync(file, 'utf8'));
          const findings = await testEngine().lint({ uri: pathToFileURL(file).href, text }, await surroundingsOf(file));
          assert.deepEqual(
            findings.map((finding) => `${lineOf(text, finding.span.start)}: ${finding.rule}: ${finding.message}`),
            [],
          );
        });
      }
      for (const file of fixtureFiles(folder, 'fixed')) {
        it(`repairs ${path.basename(file).replace('fixed', 'bad')} as ${path.relative(folder, file)} shows`, async () => {
          const source = file.replace(`${path.sep}fixed.`, `${path.sep}bad.`);
          const before = readFileSync(source, 'utf8').replace(MARKS, '');
          const repaired = await repair(source, fill(before));
          assert.equal(repaired.text, fill(readFileSync(file, 'utf8')));
          assert.deepEqual(repaired.left, [], 'the repaired file is clean');
          assert.ok((await isBroken(source, before)) || !(await isBroken(source, repaired.text)), 'it can be parsed');
        });
      }
    });
  }
});

const MARKS = /[ \t]*(?:#|\/\/|--|\/\*|<!--) ?(?:<- [a-z-]+ ?)+(?:\*\/|-->)?/g;

/** Applies the preferred fix of the first finding until nothing is left to fix. */
async function repair(file: string, text: string): Promise<{ text: string; left: string[] }> {
  const engine = testEngine();
  const uri = pathToFileURL(file).href;
  let now = text;
  for (let round = 0; round < 20; round += 1) {
    const findings = await engine.lint({ uri, text: now }, await surroundingsOf(file));
    const edits = findings
      .map((finding) => engine.fixes(uri, finding).find((fix) => fix.preferred)?.edits)
      .find((one) => one);
    if (!edits) return { text: now, left: findings.map((finding) => finding.rule) };
    now = applied(now, edits);
  }
  assert.fail('the repair does not come to rest');
}

/** Whether a program holds syntax that its parser cannot read; notebooks are checked as the JSON they are. */
async function isBroken(file: string, text: string): Promise<boolean> {
  const uri = pathToFileURL(file).href;
  if (file.endsWith('.ipynb')) return JSON.parse(text) === undefined;
  const program = (await new FrontEnds(grammarFile).get(uri)).parse(text);
  const { broken } = program;
  program.dispose();
  return broken;
}

const sorted = (found: readonly { line: number; rule: string }[]): string[] =>
  found.map(({ line, rule }) => `${line}: ${rule}`).sort();
