import assert from 'node:assert/strict';
import { frontEnd, lowered, strings } from './programs';

const cs = (text: string): Promise<string> => lowered('a.cs', text);

describe('C#', () => {
  it('using: namespaces, static members, aliases', async () => {
    assert.equal(
      await cs(
        'global using System;\nusing static A.B.C;\nusing P = A.Q;\nusing D = A.Dict<string, int>;\nusing One;\nusing Two = global::X;',
      ),
      'import -<System#*>\nimport -<A.B.C#*>\nimport P<A#Q>\nimport D<A#Dict>\nimport -<One#*>\nimport Two<X>\n',
    );
  });

  it('namespaces are transparent, types stand before statements', async () => {
    assert.equal(
      await cs('x();\nnamespace A.B { class C { } namespace D { enum E { A = 1, B } } }'),
      'class C()\nE = {A: 1, B: 1}\nx()\n',
    );
  });

  it('top-level statements know local functions below them', async () => {
    assert.equal(await cs('var a = F(1);\nint F(int x) => x;'), 'fn F(x)\n  return x\n  ^\na = F(1)\n');
  });

  it('new takes its type from what it is given to', async () => {
    assert.equal(
      await cs('class A { N.B<int> b = new(1); C? c; A() { c = new(2); this.b = new() { X = 1 }; } D M() => new(x); }'),
      [
        'class A()',
        '  b = new N.B(1)',
        '  <init>: fn <init>() this',
        '    this.c = new C(2)',
        '    this.b = new N.B(X=1)',
        '  M: fn M() this',
        '    return new D(x)',
        '    ^',
        '',
      ].join('\n'),
    );
    assert.equal(await cs('T t = a ? new(1) : b ?? new(2);'), 't = (a ? new T(1) | (b | new T(2)))\n');
    assert.equal(await cs('f(new() { A = 1 });'), 'f({A: 1})\n');
  });

  it('initialisers set members, keys and pairs; lists stay lists', async () => {
    assert.equal(
      await cs('var a = new A(1) { B = 2, C = { D = 3 }, ["e"] = 4 };'),
      'a = new A(1, B=2, C={D: 3}, e=4)\n',
    );
    assert.equal(await cs('var d = new D { { "k", v } };'), 'd = new D(k=v)\n');
    assert.equal(
      await cs('var l = new List<string> { "a" }; int[] n = [1, ..r]; var t = (1, 2);'),
      'l = ["a"]\nn = [1]\nt = [1, 2]\n',
    );
    assert.equal(
      await cs('var o = new { A = 1, b, c.D }; var w = r with { A = 2 };'),
      'o = {A: 1, b: b, D: c.D}\nw = {...r, A: 2}\n',
    );
  });

  it('properties: getters run, initialised ones are fields', async () => {
    assert.equal(
      await cs('class A { public S X => y; S Y { get { return z; } set => q = value; } S Z { get; init; } = 1; }'),
      [
        'class A()',
        '  Z = 1',
        '  X: fn get X() this',
        '    return y',
        '    ^',
        '  Y: fn get Y() this',
        '    return z',
        '    ^',
        '  set Y: fn set Y(value) this',
        '    this.q = value',
        '',
      ].join('\n'),
    );
  });

  it('primary constructors keep their parameters and call the base', async () => {
    assert.equal(
      await cs('record A(P p, int n = 1) : B(p);'),
      'class A(B)\n  <init>: fn <init>(p: P, n = 1) this\n    this.p = p\n    this.n = n\n    base(p)\n',
    );
  });

  it('constructors call others first; overloads are kept', async () => {
    assert.equal(
      await cs('class A { A() : this(1) { } A(int a) : base(a) { b = a; } static A() { s = 1; } }'),
      [
        'class A()',
        '  <init>: fn <init>() this',
        '    this(1)',
        '  <init>/1: fn <init>(a) this',
        '    base(a)',
        '    this.b = a',
        '  <static>: fn static <static>() this',
        '    this.s = 1',
        '',
      ].join('\n'),
    );
  });

  it('bare names of a class are its members, declared ones are not', async () => {
    assert.equal(
      await cs('class A { void M(int p) { int l; l = 1; p = 2; f = 3; f ??= 4; Action a = () => l = 5; } }'),
      [
        'class A()',
        '  M: fn M(p) this',
        '    l = 1',
        '    p = 2',
        '    this.f = 3',
        '    this.f ?= 4',
        '    a = fn () outer l',
        '      l = 5',
        '',
      ].join('\n'),
    );
  });

  it('branches: if chains, switch, try, using, loops, #if', async () => {
    const text = `void F() {
  if (o is T t) { a = t; } else if (x) return; else b();
  switch (x) { case 1: case 2: c(); break; default: throw e; }
  try { d(); } catch (E) { g(); } finally { h(); }
  using (var u = k()) m(u);
  foreach (var i in new[] { 1, 2 }) n(i);
#if DEBUG
  p();
#else
  q();
#endif
}`;
    assert.equal(
      await cs(text),
      `fn F() outer a
  branch total
  | other((t := o))
    a = t
  | x
    return
    ^
  | 
    b()
  branch total
  | other(x)
    c()
  | other(x)
    e
    ^
  branch total
  | 
    d()
  | 
    g()
  h()
  u = k()
  m(u)
  branch loops
  | 
    i = (1 | 2)
    n(i)
  branch total
  | 
    p()
  | 
    q()
`,
    );
  });

  it('expressions: switch, throw, coalescing, conditional access, patterns, tuples, casts', async () => {
    assert.equal(await cs('var a = x switch { 1 => b, _ => throw e };'), 'a = (x ? b)\n');
    assert.equal(
      await cs('var a = (T)b!; var c = d as T; var (e, _) = f; (g, h) = i;'),
      'a = b\nc = d\n(e, _) = f\n(g, h) = i\n',
    );
    assert.equal(await cs('var a = b?.C?["d"]; e?.F(1).G();'), 'a = b.C["d"]\ne.F(1).G()\n');
    assert.equal(await cs('await A<T>(b: 1, out var c);'), 'await A(b=1, (c := other()))\n');
  });

  it('strings: escapes, verbatim, raw, interpolated, joined', async () => {
    assert.deepEqual(
      await strings(
        'a.cs',
        [
          String.raw`f("a\n\u0041\x41", @"b\""c""", $"d{x}{{e}}{y:N2}", $@"g\{z}""s", "h" + i + @"j", 'k');`,
          'g("""\n    l "m"\n      n\n    """, $$"""o{{p}}{q}""", "r"u8);',
        ].join('\n'),
      ),
      ['a\nAA', 'b\\"c"', 'd${}{e}${}', 'g\\${}"s', 'h${}j', 'k', 'l "m"\n  n', 'o${}{q}', 'r'],
    );
  });

  it('comments of every kind', async () => {
    const program = (await frontEnd('a.cs')).parse('// a\n/// <b>\n/* c\n * d */\nx();');
    assert.deepEqual(
      program.comments().map((one) => one.text),
      ['a', '<b>', 'c\nd'],
    );
    program.dispose();
  });
});
