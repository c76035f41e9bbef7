import assert from 'node:assert/strict';
import { readNotebook } from '../../../src/source/notebook';

const cell = (lines: readonly string[]): object => ({ cell_type: 'code', metadata: {}, outputs: [], source: lines });

/** A file as Jupyter writes it: one string a line. */
const file = (...cells: readonly (readonly string[])[]): string =>
  JSON.stringify({ cells: cells.map(cell), metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);

/** The sources of the cells after an edit of the joined text. */
function edited(text: string, find: string, replacement: string): unknown[] {
  const notebook = readNotebook(text);
  assert.ok(notebook);
  const start = notebook.text.indexOf(find);
  assert.ok(start >= 0, find);
  const edit = notebook.edit({ start, end: start + find.length }, replacement);
  const after = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  return (JSON.parse(after) as { cells: { source: unknown }[] }).cells.map(({ source }) => source);
}

describe('edits of notebooks', () => {
  const two = file(['import oci\n', 'a = "\\t"\n', 'b = 2'], ['print(a)\n', 'print(b)']);

  it('takes a line from the list whole', () => {
    assert.deepEqual(edited(two, 'import oci\n', ''), [
      ['a = "\\t"\n', 'b = 2'],
      ['print(a)\n', 'print(b)'],
    ]);
    assert.deepEqual(edited(two, 'a = "\\t"\n', '')[0], ['import oci\n', 'b = 2']);
  });

  it('takes the last line of a cell, and nothing of the next', () => {
    assert.deepEqual(edited(two, 'b = 2\n', ''), [
      ['import oci\n', 'a = "\\t"\n'],
      ['print(a)\n', 'print(b)'],
    ]);
  });

  it('leaves an empty cell where its only line goes', () => {
    assert.deepEqual(edited(file(['x = 1'], ['y = 2']), 'x = 1\n', ''), [[''], ['y = 2']]);
  });

  it('writes one string for each line that it adds', () => {
    assert.deepEqual(edited(two, 'a = "\\t"\n', 'a = 1\nc = 3\n')[0], ['import oci\n', 'a = 1\n', 'c = 3\n', 'b = 2']);
    assert.deepEqual(edited(two, 'b = 2', 'b = 2\nc = "ä\\n"')[0], [
      'import oci\n',
      'a = "\\t"\n',
      'b = 2\n',
      'c = "ä\\n"',
    ]);
    assert.deepEqual(edited(two, '= 2', '= [\n  2,\n]')[0], ['import oci\n', 'a = "\\t"\n', 'b = [\n', '  2,\n', ']']);
  });

  it('keeps a cell that is one string', () => {
    const text = JSON.stringify({ cells: [cell([]), { cell_type: 'code', source: 'x = 1\ny = 2' }] });
    assert.deepEqual(edited(text, 'x = 1\n', 'x = 3\nz = 4\n')[1], 'x = 3\nz = 4\ny = 2');
    assert.deepEqual(edited(text, 'x = 1\n', '')[1], 'y = 2');
  });

  it('keeps a list that stands on one line', () => {
    const text = JSON.stringify({ cells: [cell(['x = 1\n', 'y = 2'])] });
    assert.deepEqual(edited(text, 'x = 1\n', 'x = 3\nz = 4\n')[0], ['x = 3\nz = 4\n', 'y = 2']);
    assert.deepEqual(edited(text, 'x = 1\n', '')[0], ['', 'y = 2']);
  });
});
