import assert from 'node:assert/strict';
import { packageNames } from '../../../src/source/go/declarations';
import { frontEnd, lowered, strings } from './programs';

const go = (text: string): Promise<string> => lowered('a.go', text);

/** The body of a function, without its head. */
async function body(text: string): Promise<string> {
  const printed = await go(`func f() {\n${text}\n}\n`);
  return printed.slice(printed.indexOf('\n') + 1);
}

describe('Go', () => {
  it('imports: plain, named, dot, blank', async () => {
    assert.equal(
      await go(
        'package main\nimport "fmt"\nimport (\n\tcommon "x.y/z/v65/common"\n\t. "strings"\n\t_ "embed"\n\t"x.y/z/v2"\n)\n',
      ),
      'import fmt<fmt>\nimport common<x.y/z/v65/common>, -<strings#*>, z<x.y/z/v2>\n',
    );
  });

  it('names packages as their paths mostly do', () => {
    assert.deepEqual(packageNames('github.com/a/b'), ['b']);
    assert.deepEqual(packageNames('github.com/a/b/v12'), ['b']);
    assert.deepEqual(packageNames('gopkg.in/yaml.v3'), ['yaml']);
    assert.deepEqual(packageNames('github.com/sashabaranov/go-openai'), ['openai']);
    assert.deepEqual(packageNames('github.com/openai/openai-go/v2'), ['openai']);
    assert.deepEqual(packageNames('github.com/a/my-lib'), ['mylib', 'lib']);
  });

  it('structs: fields of named types, embedded types; other types are names', async () => {
    assert.equal(
      await go('type S struct {\n\t*Base\n\tm.Other\n\tp, q m.P\n\tname string\n\tf func() error\n}\n'),
      'class S(Base, m.Other)\n  p = {}\n  q = {}\n',
    );
    assert.equal(await go('type I interface { M() }\ntype A = m.B\ntype N string\n'), 'A = m.B\nN = string\n');
  });

  it('methods know their object and stand beside their type', async () => {
    assert.equal(
      await go('func (s *S) M(a, b string, rest ...m.T) error { return s.x }\n'),
      'fn M(a: string, b: string, ...rest) s\n  return s.x\n  ^\n',
    );
    const program = (await frontEnd('a.go')).parse('type S struct{}\nfunc (s *S) M() {}\nfunc M() {}\n');
    const { touches } = program.module.block();
    assert.deepEqual([...touches.keys()].sort(), ['M', 'S', 'S.']);
    program.dispose();
  });

  it('several results, named results, bare returns', async () => {
    assert.equal(
      await body('a, err := m.New()\n_, b := x, y\nreturn a, nil'),
      '  (a, err) = m.New()\n  (_, b) = [x, y]\n  return [a, null]\n  ^\n',
    );
    assert.equal(
      await go('func f() (p m.P, err error) {\n\tp, err = m.New()\n\treturn\n}\n'),
      'fn f()\n  p = {}\n  (p, err) = m.New()\n  return [p, err]\n  ^\n',
    );
  });

  it('composite literals: structs, maps, slices, elided types; pointers are what they point to', async () => {
    assert.equal(
      await body('a := &S{p: *q, r: []T{{1, 2}, {a: 3}}}\nb := map[string]m.T{"k": {a: 1}, c: {2}}\nd := S{x, y}'),
      '  a = {p: q, r: [{[]: 1, []: 2}, {a: 3}]}\n  b = {k: {a: 1}, []: {[]: 2}}\n  d = {[]: x, []: y}\n',
    );
    assert.equal(
      await body('a := new(S)\nb := make(map[string]string)\nc := make([]T, 3)'),
      '  a = {}\n  b = {}\n  c = make(other(), 3)\n',
    );
  });

  it('variables: with types, groups, several; assignments to outer names', async () => {
    assert.equal(
      await go(
        'var (\n\tc *m.C\n\ts string\n\ta, b = f()\n)\nconst (\n\tX = "x"\n\tY\n)\nvar g = func() { c, s = a, b }\n',
      ),
      'X = "x"\nc = {}\n(a, b) = f()\ng = fn g() outer c s\n  (c, s) = [a, b]\n',
    );
  });

  it('conditions with statements of their own, else-if chains', async () => {
    assert.equal(
      await body('if a, err := f(); err != nil {\n\treturn\n} else if b := g(); b {\n\tx = 1\n} else {\n\tx = 2\n}'),
      [
        '  (a, err) = f()',
        '  branch total',
        '  | other()',
        '    return',
        '    ^',
        '  | ',
        '    b = g()',
        '    branch total',
        '    | other()',
        '      x = 1',
        '    | ',
        '      x = 2',
        '',
      ].join('\n'),
    );
  });

  it('switch, type switch, select, loops, defer and go', async () => {
    assert.equal(
      await body(
        'switch k {\ncase "a", "b":\n\tx = 1\n\tbreak\ndefault:\n\tpanic(k)\n}\nswitch v := k.(type) {\ncase T:\n\tuse(v)\n}',
      ),
      '  branch total\n  | other(k, ["a", "b"])\n    x = 1\n  | other(k)\n    panic(k)\n    ^\n  v = k\n  branch\n  | other(k)\n    use(v)\n',
    );
    assert.equal(
      await body(
        'for i, x := range []T{a, b} {\n\tdefer x.f()\n}\nfor n > 0 {\n\tgo g(n)\n}\nselect {\ncase v := <-ch:\n\tuse(v)\n}',
      ),
      [
        '  branch loops',
        '  | ',
        '    i = other([a, b])',
        '    x = (a | b)',
        '    x.f()',
        '  branch loops',
        '  | other()',
        '    g(n)',
        '  branch total',
        '  | other()',
        '    v = ch',
        '    use(v)',
        '',
      ].join('\n'),
    );
  });

  it('conversions and assertions keep the value, generics their function', async () => {
    assert.equal(
      await body('a := []byte(b)\nc := d.(*T)\ne := Ptr[string](f)\ng(h...)'),
      '  a = b\n  c = d\n  e = Ptr(f)\n  g(...h)\n',
    );
  });

  it('reads strings: interpreted, raw, joined; no import paths', async () => {
    assert.deepEqual(
      await strings('a.go', 'import "fmt"\nvar a = "\\u0041\\x42\\n\\101" + x + `raw\\n\r\n` + "c"\nvar b = `d`\n'),
      ['AB\nA${}raw\\n\nc', 'd'],
    );
  });

  it('reads comments without their delimiters', async () => {
    const program = (await frontEnd('a.go')).parse('// one\n/* two\n * three */\n');
    assert.deepEqual(
      program.comments().map(({ text }) => text),
      ['one', 'two\nthree'],
    );
    program.dispose();
  });
});
