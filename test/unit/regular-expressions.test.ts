import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const SOURCE = path.resolve(__dirname, '../../src');

/** Expressions that the checker cannot decide, by how they begin, and why they are linear all the same. */
const DECIDED_BY_HAND: readonly (readonly [beginning: string, reason: string])[] = [
  ['(?:>{1,2}|\\btee\\b|-o', 'every repetition is bounded: at most 300 characters are read from each start'],
  ['todo|your[-_ .]|_your', 'alternatives of words, none of which repeats'],
];

interface Found {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function expressionsIn(file: string): Found[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${path.relative(SOURCE, file)}:${line}`;
      found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('Regular expressions', function () {
  this.timeout(300_000);
  const all = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => expressionsIn(path.join(SOURCE, name)));

  it('are linear, or decided by hand with a reason', () => {
    assert.ok(all.length > 300, 'expressions are found');
    const distinct = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
    const open = distinct.filter(({ source }) => !DECIDED_BY_HAND.some(([beginning]) => source.startsWith(beginning)));
    const bad = open.flatMap(({ place, source, flags }) => {
      const { status } = checkSync(source, flags, { timeout: 20_000 });
      return status === 'safe' ? [] : [`${place}: ${status}: /${source}/`];
    });
    assert.deepEqual(bad, []);
  });

  it('that were decided by hand are still there', () => {
    for (const [beginning] of DECIDED_BY_HAND) {
      assert.ok(
        all.some(({ source }) => source.startsWith(beginning)),
        beginning,
      );
    }
  });
});
