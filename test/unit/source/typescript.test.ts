import assert from 'node:assert/strict';
import { frontEnd, lowered, strings } from './programs';

const same = async (text: string, expected: string, file = 'a.ts'): Promise<void> =>
  assert.equal((await lowered(file, text)).trim(), expected.trim());

describe('TypeScript and JavaScript', () => {
  it('imports in every form', async () => {
    await same(
      `import d, * as ns from 'a';
import { a as b, default as c } from './b';
import x = require('m');
import 'side';
const y = require('m');
const { A: B, C } = require('m'), D = require('m').D;
const E = await import('m');
const F = (await import('m')).F;`,
      `import d<a#default>, ns<a>
import b<./b#a>, c<./b#default>
import x<m>
import 
import y<m>
import B<m#A>, C<m#C>
import D<m#D>
import E<m>
import F<m#F>`,
    );
  });

  it('loads that are no plain binding stay calls', async () => {
    await same(
      `const C = require('m').X ?? require('m').default.X;
import('m').then((m) => m.X);
const { a = 1 } = require('m');`,
      `C = (require("m").X | require("m").default.X)
import("m").then(fn (m)
  return m.X
  ^)
{a: a = 1} = require("m")`,
    );
  });

  it('exports under other names are members of exports, re-exports bind nothing', async () => {
    await same(
      `export * from './a';
export * as n from './b';
export { a, b as c, default } from './c';
const v = 1;
export { v, v as w };
export default class K {}
module.exports = { v };
exports.f = () => v;`,
      `import -<./a#*> as *
import -<./b> as n
import -<./c#a> as a, -<./c#b> as c, -<./c#default> as default
v = 1
exports.w = v
class K()
exports.default = K
exports = {v: v}
exports.f = fn f()
  return v
  ^`,
    );
  });

  it('classes: fields, parameter properties, accessors, statics, arrow methods', async () => {
    await same(
      `class A extends Base<T> implements I {
  #key = 'k';
  static shared: A | undefined;
  declare d: string;
  constructor(private readonly p: common.P, q = 1) { super(p); this.q = q; }
  static async make() { return new A(1) }
  get client() { return this.#client }
  set client(c) { this.#client = c }
  run = async () => this.p;
  ['computed']() {}
}`,
      `class A(Base)
  #key = "k"
  constructor: fn constructor(p: common.P, q = 1) this
    this.p = p
    super(p)
    this.q = q
  make: fn static async make()
    return new A(1)
    ^
  client: fn get client() this
    return this.#client
    ^
  set client: fn client(c) this
    this.#client = c
  run: fn async run() this
    return this.p
    ^
  computed: fn computed() this`,
    );
  });

  it('destructuring in declarations and parameters, with defaults and rests', async () => {
    await same(
      `const { a, b: { c }, d = 1, ...rest } = f(), [x, , y = 2] = g();
const h = async ({ config, signer: s = null, ...more }: O = {}, ...all) => s;`,
      `{a: a, b: {c: c}, d: d = 1} = f()
rest = f()
(x, _, y) = g()
h = fn async h(#0: O = {}, ...all)
  {config: config, signer: s = null} = #0
  more = #0
  return s
  ^`,
    );
  });

  it('assignments: weak, joined, chained, to outer names', async () => {
    await same(
      `let client;
function get() { let own; client ??= own = make(); url += '/x'; return client }
a = b = c;`,
      `fn get() outer client url
  client ?= (own := make())
  url = "\${url}/x"
  return client
  ^
a = c
b = c`,
    );
  });

  it('objects, templates, casts, conditions, optional chains', async () => {
    await same(
      `const o = { a, ...b, [k]: 1, 'x-y': 2, m() { return a }, n: async () => a } as const satisfies T;
const u = \`https://\${host!}/\${(<string>path)}\` + '/end';
const p = cond ? a?.b?.['c'] : x || y ?? z;
const q = ready && make();
(0, mod.f)(...args);
tag\`a\${b}\`;`,
      `o = {a: a, ...b, []: 1, x-y: 2, m: fn m()
  return a
  ^, n: fn async n()
  return a
  ^}
u = "https://\${host}/\${path}/end"
p = (cond ? a.b["c"] | ((x | y) | z))
q = (ready ? make())
mod.f(...args)
tag("a\${b}")`,
    );
  });

  it('control flow joins', async () => {
    await same(
      `if (a) x = 1; else if (b) { x = 2 } else x = 3;
switch (k) { case 'a': case 'b': x = 4; break; default: return x }
try { x = 5 } catch (e) { x = 6 } finally { done() }
for (const i of [1, 2]) use(i);
while (more()) { if (stop) break }`,
      `branch total
| a
  x = 1
| b
  x = 2
| 
  x = 3
branch total
| other(k, "a", "b")
  x = 4
| other()
  return x
  ^
branch total
| 
  x = 5
| 
  e = other()
  x = 6
done()
branch loops
| 
  i = (1 | 2)
  use(i)
branch loops
| more()
  branch
  | stop
    ^`,
    );
  });

  it('enums, namespaces, decorators; types leave nothing', async () => {
    await same(
      `enum Auth { Key = 'api_key', Other }
namespace N { export const y = 1; export function f() { return y } }
@Injectable() export class S {}
interface I { a: string } type T = 'b' | I; declare const z: T; abstract class Q { abstract m(): void }
function over(a: string): void;`,
      `Auth = {Key: "api_key", Other: 1}
class N()
  y = 1
  f: fn static f()
    return y
    ^
@Injectable() class S()
class Q()`,
    );
  });

  it('sees calls inside JSX', async () => {
    await same(
      '<Chat onSend={() => client.chat({ text })} {...props}>{label()}<b>x</b></Chat>;',
      `other(other(Chat, other(other(fn ()
  return client.chat({text: text})
  ^)), other(other(props))), other(label()), other(other(b), other(b)), other(Chat))`,
      'a.tsx',
    );
  });

  it('functions declared below are known above', async () => {
    await same('const c = make();\nexport function make() { return 1 }', 'fn make()\n  return 1\n  ^\nc = make()');
  });

  it('joins adjacent strings and decodes escapes', async () => {
    const text = "const k = 'sk-' +\n  'abc' + `d\\u0065${x}`; let t: string = 'a\\x41\\n\\u{1F600}'; f('it\\'s');";
    assert.deepEqual(await strings('a.ts', text), ['sk-abcde${}', 'aA\n😀', "it's"]);
  });

  it('reads comments without their delimiters', async () => {
    const program = (await frontEnd('a.js')).parse('// one\n/**\n * two\n * three\n */ x; /* four */');
    assert.deepEqual(
      program.comments().map((comment) => comment.text),
      ['one', 'two\nthree', 'four'],
    );
  });
});
