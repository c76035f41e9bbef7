import assert from 'node:assert/strict';
import { type OpenDocument, openDocuments } from '../../../src/server/open-document';

/** Applies edits given by offset, as an editor sends them. */
function edit(
  document: OpenDocument,
  version: number,
  ...edits: { start: number; length: number; text: string }[]
): void {
  for (const { start, length, text } of edits) {
    const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
    openDocuments.update(document, [{ range, text }], version);
  }
}

describe('What changed since somebody looked', () => {
  it('is unknown at first and after the whole text was replaced', () => {
    const document = openDocuments.create('untitled:a', 'python', 1, 'abc');
    assert.equal(document.takeChange(), undefined);
    openDocuments.update(document, [{ text: 'def' }], 2);
    assert.equal(document.takeChange(), undefined);
    assert.equal(document.text, 'def');
  });

  it('is one edit, however many there were: it turns the old text into the new one', () => {
    // A small generator of its own keeps the run the same every time.
    let seed = 7;
    const below = (limit: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % limit;
    };
    for (let round = 0; round < 300; round += 1) {
      const document = openDocuments.create('untitled:a', 'python', 1, 'one\ntwo\r\nthree\n'.repeat(1 + below(3)));
      document.takeChange();
      const before = document.text;
      for (let step = 0; step <= below(5); step += 1) {
        const start = below(document.text.length + 1);
        edit(document, step + 2, {
          start,
          length: below(document.text.length - start + 1),
          text: 'xyz\n'.slice(below(5)),
        });
      }
      const change = document.takeChange();
      assert.ok(change);
      const replayed = before.slice(0, change.start) + change.text + before.slice(change.start + change.length);
      assert.equal(replayed, document.text);
    }
  });
});
