import assert from 'node:assert/strict';
import { createEngine } from '../../../src/engine';
import type { Block } from '../../../src/source/program';
import { grammarFile } from '../../rules/fixtures';
import { frontEnd } from './programs';

interface Sample {
  readonly file: string;
  readonly open: string;
  readonly close: string;
  /** Repeated on one line. */
  readonly token: string;
  readonly start: string;
  /** A program of which every beginning is tried. */
  readonly whole: string;
}

const TYPESCRIPT = `import { A } from 'oci-common';
export class K<T> extends A { constructor(private p: T) { super({ p, x: \`\${p}\` }); } get v() { return this.p?.[0] ?? 'x' } }
const f = async ({ a, ...b } = {}, c = 1) => { for (const i of [a, c]) { try { await f(i) } catch (e) { throw e } } };
switch (f) { case 1: break; default: f({ ...K }) } if (f) { f() } else { K }
`;

const PYTHON = `import oci, os
from a.b import (c as d, e)
@cache(ttl=1)
async def f(a, *b, c: int = 1, **d) -> str:
    global g
    with open(a) as h, i as (j, k):
        return f"{a!r:>{c}}" 'x' + "%s" % (b,)
class K(d.E, metaclass=M):
    x: int = 1
    def m(self): self.y, z = yield [i for i in self.x if (w := i)]
try:
    f(*a, **{'k': lambda: 1})
except* E as x: raise
else: pass
finally: del x
match f:
    case {'a': [b, *_]}: g()
    case _: h()
`;

const GO = `package main
import ( a "b/c"; . "d" )
type K struct { *E; p, q a.T; f func(int) error }
var ( x = K{p: a.New(), q: map[string][]a.T{"k": {{1}, {2}}}["k"]}; y, z = g[int](x.(*K).p) )
func (k *K) M(c a.T, d ...string) (r *K, err error) {
	if v, ok := <-k.q; ok { defer v.Do() } else if !ok { go func() { err = v }() } else { return }
	switch t := c.(type) { case nil, *K: r = t; fallthrough; default: panic(\`raw\` + "s\\n") }
	for i, s := range d { L: for ; i < 3; i++ { if s == "" { continue L }; r.p = &s } }
	select { case k.q <- 1: case w := <-k.q: k.M(w, d...) }
	return r, nil
}
`;

const CSHARP = `using A = B.C; namespace N; record R(int A) : S(A) { static X x = new() { Y = { { "k", $"{v:N}" } } }; }
partial class K<T>(P p) { K(int i) : this(i, @"q") { _a ??= b?.C[1]; } string V => z switch { 1 => , _ => throw e };
async Task M() { await foreach (var (a, b) in c) { if (o is D d) lock (d) { } else using (e) { } } try { } catch (E f) when (f.G) { }
#if X
switch (h) { case 1: goto default; default: break; }
#endif
} }
`;

const JAVA = `package a.b; import static a.B.*; import a.C;
@A("x") public class K<T> extends C implements D { private final T p = f(), q; static { q = 1; }
  K(T p, int... r) { this(p); this.p = p; } enum E { A("a") { void f() {} }; } record R(T a) { R { a = 1; } }
  @Bean T m(Object o) throws E { try (X x = new X(); y) { return (T) x; } catch (A | B e) { throw e; } finally { g(); }
    var v = switch (o) { case "a", "b" -> new A(); case B b when b.x() -> { yield f(b); } default -> null; };
    switch (o) { case 1: f(); break; default: g(); } for (X z : zs) f(z); for (int i = 0; i < 1; i++) { }
    F g = a -> a, h = X::new; new I() { int n = 1; public void run() { f(); } }; String t = """
      a "b" \\
      c"""; if (a instanceof B c && d) f(); else { x += a ? "b" : "c" + 1; arr[0] = new int[]{1}; } } }
`;

const SAMPLES: readonly Sample[] = [
  { file: 'a.cs', open: 'f(', close: ')', start: 'var x = 1', token: ' + a.b("c")', whole: CSHARP },
  { file: 'a.cs', open: 'class A { ', close: ' }', start: 'var x = new[] {', token: ' "s",', whole: CSHARP },
  { file: 'a.cs', open: 'if (a) { ', close: ' }', start: 'x', token: '?.b(1)', whole: CSHARP },
  { file: 'a.cs', open: 'namespace A { ', close: ' }', start: 'x = ', token: 'new A { B = ', whole: CSHARP },
  { file: 'A.java', open: 'f(', close: ')', start: 'class A { int x = 1', token: ' + a.b("c")', whole: JAVA },
  { file: 'A.java', open: 'class A { ', close: ' }', start: 'class A { Object x = a', token: '.b(1)', whole: JAVA },
  { file: 'A.java', open: '{ if (a) ', close: '}', start: 'class A { int[] x = {', token: "'s', ", whole: JAVA },
  { file: 'a.go', open: 'f(', close: ')', start: 'var x = 1', token: ' + a.b("c")', whole: GO },
  { file: 'a.go', open: 'func() { if a { ', close: '} }', start: 'var x = []T{', token: '"s", ', whole: GO },
  { file: 'a.go', open: 'T{a: {', close: '}}', start: 'func f() { x', token: '; y.z = 2', whole: GO },
  { file: 'a.py', open: 'f(', close: ')', start: 'x = 1', token: ' + a.b("c")', whole: PYTHON },
  { file: 'a.py', open: '[', close: ']', start: 'x = (', token: "'s' ", whole: PYTHON },
  { file: 'a.py', open: '{"k": ', close: '}', start: 'f(', token: 'a=1, ', whole: PYTHON },
  { file: 'a.ts', open: 'f(', close: ')', start: 'x = 1', token: ' + a.b("c")', whole: TYPESCRIPT },
  { file: 'a.ts', open: 'if (a) { ', close: ' }', start: 'x = [', token: "'s', ", whole: TYPESCRIPT },
  {
    file: 'a.tsx',
    open: '<a>{',
    close: '}</a>',
    start: 'x = 1',
    token: ';y = 2',
    whole: `${TYPESCRIPT}const j = <a b="c" {...d}>{f()}</a>;`,
  },
  {
    file: 'a.js',
    open: '[',
    close: ']',
    start: 'x = a',
    token: '.b(1)',
    whole: "const { a: b } = require('m'); module.exports = { a, [b]: 1 };",
  },
  { file: 'a.js', open: '() => {', close: '}', start: 'x', token: ' = x', whole: TYPESCRIPT },
  {
    file: 'a.sh',
    open: '$(a ',
    close: ')',
    start: 'a',
    token: ' --b "$c"',
    whole: 'if a; then B=$(c "$D" <<< e); fi\ncat <<EOF\n$F\nEOF\nf() { oci x --y; }\n',
  },
  {
    file: 'a.sh',
    open: '{ ',
    close: '; }',
    start: 'a',
    token: ' && b',
    whole: 'case $a in b) c=1 d;; esac; for i in 1; do e; done\n',
  },
  {
    file: 'a.ps1',
    open: '$(',
    close: ')',
    start: '$a = 1',
    token: " + 'b'",
    whole: 'function F { param($A = \'x\') if ($A) { Get-B -C "$D" } }\n$h = @{ a = @(1, 2) }\n',
  },
];

const touch = (block: Block): number => block.stmts.length;

describe('bad input', function () {
  this.timeout(60_000);
  for (const { file, open, close, start, token, whole } of SAMPLES) {
    describe(`${file}: ${open}${close}`, () => {
      it('survives every truncation', async () => {
        const front = await frontEnd(file);
        for (let end = 0; end <= whole.length; end += 1) {
          const program = front.parse(whole.slice(0, end));
          touch(program.module.block());
          program.strings();
          program.comments();
          program.dispose();
        }
      });

      it('survives 10,000 levels', async () => {
        const front = await frontEnd(file);
        for (const text of [open.repeat(10_000), `${open.repeat(10_000)}a${close.repeat(10_000)}`]) {
          const program = front.parse(text);
          touch(program.module.block());
          program.strings();
          program.dispose();
        }
      });

      it('survives 100,000 tokens on a line', async () => {
        const front = await frontEnd(file);
        const program = front.parse(start + token.repeat(50_000));
        assert.ok(touch(program.module.block()) >= 0);
        program.strings();
        program.dispose();
      });

      it('is linted through 10,000 levels around a client', async () => {
        const client = "oci(new GenerativeAiAgentRuntimeClient({ a: 'oracle' }))";
        const engine = createEngine({ grammars: grammarFile });
        const text = `${open.repeat(10_000)}${client}${close.repeat(10_000)}`;
        await engine.lint({ uri: `file:///${file}`, text });
        engine.close(`file:///${file}`);
      });

      it('keeps offsets right with a BOM, CRLF, lone surrogates and characters of two units', async () => {
        const front = await frontEnd(file);
        const text = `\ufeff${whole.replaceAll('\n', '\r\n')}\r\n# \ud800 \u{1F600}\r\n`;
        const program = front.parse(text);
        touch(program.module.block());
        for (const string of program.strings()) {
          assert.ok(string.span.start >= 0 && string.span.end <= text.length && string.span.start <= string.span.end);
        }
        program.dispose();
      });
    });
  }

  it('still reads what is sound around an error', async () => {
    const front = await frontEnd('a.ts');
    const program = front.parse("import { A } from 'm';\nconst broken = = {;\nconst client = new A({ b: 1 });\n");
    assert.ok(program.broken);
    const names = program.module.block().touches;
    assert.ok(names.has('A') && names.has('client'));
    program.dispose();
  });

  it('reads a file that ends in the middle of a call', async () => {
    const front = await frontEnd('a.ts');
    const program = front.parse(
      "import { A } from 'm';\nconst p = new A('k');\nfunction f() {\n  const c = new A({ p: p,",
    );
    assert.ok(program.module.block().touches.has('p'));
    program.dispose();
  });
});
