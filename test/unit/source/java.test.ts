import assert from 'node:assert/strict';
import { lowered, strings } from './programs';

describe('Java', () => {
  it('lowers imports of classes, of members, and of everything', async () => {
    assert.equal(
      await lowered('A.java', 'import a.B;\nimport a.*;\nimport static a.B.m;\nimport static a.B.*;\n'),
      'import B<a#B>\nimport -<a#*>\nimport a.B<a#B>\nm = a.B.m\nimport -<a.B#*>\n',
    );
  });

  it('lowers fields, constructors, overloads and bare assignments to members', async () => {
    const text = 'class A { int x = 1; A(int p) { x = p; } A() { this(2); } static void m() { int y; y = 3; } }';
    const printed = await lowered('A.java', text);
    for (const part of ['x = 1', 'this.x = p', 'this(2)', '<init>/1: fn', 'static m() this', '    y = 3'])
      assert.ok(printed.includes(part), `${part} in\n${printed}`);
  });

  it('lowers switch values, lambdas and bodies of anonymous classes', async () => {
    const text =
      'class A { Object f = switch (o) { case 1 -> a(); default -> throw e; }; S g = () -> b(); S h = new S() { T get() { return c(); } }; }';
    const printed = await lowered('A.java', text);
    for (const part of ['f = (o ? a())', 'g = fn ()', 'return b()', '{get: fn get()'])
      assert.ok(printed.includes(part), `${part} in\n${printed}`);
  });

  it('reads text blocks, escapes and strings joined by +', async () => {
    const text = 'class A { String a = """\n    one\n      two \\\n    three""", b = "x\\u0041\\t" + c + "y"; }';
    assert.deepEqual(await strings('A.java', text), ['one\n  two three', 'xA\t${}y']);
  });
});
