import assert from 'node:assert/strict';
import { dockerfileFrontEnd } from '../../../src/source/data/dockerfile';
import { dotenvFrontEnd } from '../../../src/source/data/dotenv';
import { iniFrontEnd } from '../../../src/source/data/ini';
import { jsonFrontEnd } from '../../../src/source/data/json';
import { embedded, markdownFrontEnd } from '../../../src/source/data/markdown';
import { propertiesFrontEnd } from '../../../src/source/data/properties';
import { tomlFrontEnd } from '../../../src/source/data/toml';
import { yamlFrontEnd } from '../../../src/source/data/yaml';
import { Grammars } from '../../../src/source/grammar';
import type { Entry, Expr, FrontEnd, Program, StringExpr } from '../../../src/source/program';
import { sqlFrontEnd } from '../../../src/source/sql';
import { TERRAFORM_GRAMMAR, terraformFrontEnd } from '../../../src/source/terraform';
import { grammarFile } from '../../rules/fixtures';

const decoded = (expr: StringExpr): string =>
  expr.parts.map((part) => (typeof part === 'string' ? part : '${}')).join('');
const raw = (program: Program, expr: StringExpr): string => program.text.slice(expr.span.start, expr.span.end);

function entriesOf(program: Program): Entry[] {
  const found: Entry[] = [];
  const visit = (expr: Expr): void => {
    if (expr.k === 'list') for (const item of expr.items) visit(item);
    if (expr.k !== 'record') return;
    for (const entry of expr.entries) {
      found.push(entry);
      visit(entry.value);
    }
  };
  for (const stmt of program.module.block().stmts) if (stmt.k === 'bind') visit(stmt.value);
  return found;
}

/** Keys with their decoded strings; every key stands in the text where its span says. */
function pairs(program: Program): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { key, keySpan, value } of entriesOf(program)) {
    if (value.k !== 'string' || key === undefined) continue;
    const written = keySpan && program.text.slice(keySpan.start, keySpan.end).replace(/^["'[]/, '');
    assert.equal(written?.[0], key[0]);
    found[key] = decoded(value);
  }
  return found;
}

const read = (frontEnd: FrontEnd, text: string): Record<string, string> => pairs(frontEnd.parse(text));

describe('data front ends', () => {
  it('read YAML: block scalars decoded, anchors kept apart, comments placed', () => {
    const text = 'a: "x\\ny" # note\nb: |\n  one\n  two\nlist:\n  - c: z\nd: &t v\ne: *t\n---\nf: 1e2\ng: 12:34\n';
    const program = yamlFrontEnd.parse(text);
    assert.deepEqual(pairs(program), { a: 'x\ny', b: 'one\ntwo\n', c: 'z', d: 'v', g: '12:34' });
    const [comment] = program.comments();
    assert.equal(comment?.text, 'note');
    assert.equal(text.slice(comment?.span.start, comment?.span.end), '# note');
  });

  it('read JSON with comments, broken ends included', () => {
    const program = jsonFrontEnd.parse('{ // why\n "a": "x\\u0041", "b": {"c": ["y"]}, "d": ');
    assert.deepEqual(pairs(program), { a: 'xA' });
    assert.ok(program.broken);
    assert.deepEqual(program.strings().map(decoded), ['xA', 'y']);
    assert.equal(program.comments()[0]?.text, 'why');
  });

  it('read TOML tables and long strings', () => {
    assert.deepEqual(read(tomlFrontEnd, 'top = "t"\n[oci]\nkey = """\na\nb"""\n[[x]]\ny.z = \'w\'\n'), {
      top: 't',
      key: 'a\nb',
      'y.z': 'w',
    });
  });

  it('read .env: quotes over lines, escapes, comments behind values', () => {
    const text = 'A=plain # c\nexport B="x\\ny"\nC=\'one\ntwo\'\nD="never closed\nE=`t`\n';
    assert.deepEqual(read(dotenvFrontEnd, text), { A: 'plain', B: 'x\ny', C: 'one\ntwo', D: '"never closed', E: 't' });
  });

  it('read INI sections', () => {
    const program = iniFrontEnd.parse('# c\n[DEFAULT]\nuser = a=b\r\n[X]\nkey_file=~/k.pem\n');
    assert.deepEqual(pairs(program), { user: 'a=b', key_file: '~/k.pem' });
    assert.deepEqual(
      entriesOf(program).map((entry) => entry.key),
      ['DEFAULT', 'user', 'X', 'key_file'],
    );
  });

  it('read Java properties: continuations and escapes', () => {
    assert.deepEqual(read(propertiesFrontEnd, 'a.b = x\\\n   y\nc\\:d:\\u0041\\n\n! no\n'), {
      'a.b': 'xy',
      'c:d': 'A\n',
    });
  });

  it('read Dockerfile instructions as calls', () => {
    const program = dockerfileFrontEnd.parse(
      'FROM a AS b\n# hint\nENV K="v w" L=m\nCOPY --from=b .oci /root/.oci\nRUN x \\\n  y\n',
    );
    const calls = program.module
      .block()
      .stmts.flatMap((stmt) => (stmt.k === 'eval' && stmt.value.k === 'call' ? [stmt.value] : []));
    const shown = calls.map((call) => [
      call.callee.k === 'name' ? call.callee.name : '',
      ...call.args.map((arg) => (arg.value.k === 'string' ? decoded(arg.value) : '')),
    ]);
    assert.deepEqual(shown, [
      ['FROM', 'a AS b'],
      ['ENV', 'v w', 'm'],
      ['COPY', '.oci', '/root/.oci'],
      ['RUN', 'x \\\n  y'],
    ]);
    assert.equal(program.comments()[0]?.text, 'hint');
  });

  it('keep the offsets of Markdown code blocks', () => {
    const text = 'Hi `x`\n\n```python\nkey = 1\n```\n~~~\nplain\n~~~\n```sh\nopen';
    const blocks = embedded(text);
    assert.deepEqual(
      blocks.map((block) => [block.language, block.text]),
      [
        ['python', 'key = 1\n'],
        ['', 'plain\n'],
        ['sh', 'open'],
      ],
    );
    for (const block of blocks) assert.equal(text.slice(block.start, block.start + block.text.length), block.text);
    assert.equal(markdownFrontEnd.parse(text).strings().length, 3);
  });

  it('read SQL literals, not identifiers or comments', () => {
    const program = sqlFrontEnd.parse(`-- it's a comment\nselect 'a''b', "no't", q'[x'y]', n'z' /* 'no' */ from t;`);
    assert.deepEqual(program.strings().map(decoded), ["a'b", "x'y", 'z']);
  });

  it('read PL/SQL as assignments and calls, whatever is unfinished', () => {
    const script = `create procedure p(p_key in varchar2 default 'd') is
  l_url constant varchar2(400) := 'https://' || host || chr(10) || '/x';
  l_req utl_http.req;
begin
  if p_key is null then l_url := q'{y}'; end if;
  l_req := sys.UTL_HTTP."BEGIN_REQUEST"(url => l_url, method => 'POST');
  utl_http.set_header(l_req, 'Authorization', 'Bearer ' || p_key);
end;
/`;
    const program = sqlFrontEnd.parse(script);
    const binds = program.module
      .block()
      .stmts.flatMap((stmt) =>
        stmt.k === 'bind' ? [`${stmt.target.k}${stmt.weak ? '?' : ''} ${raw(program, stmt.value as StringExpr)}`] : [],
      );
    assert.deepEqual(binds, [
      'name p_key',
      "name? 'd'",
      "name 'https://' || host || chr(10) || '/x'",
      'name l_req',
      "name? q'{y}'",
      `name sys.UTL_HTTP."BEGIN_REQUEST"(url => l_url, method => 'POST')`,
      "index 'Bearer ' || p_key",
    ]);
    assert.ok(program.strings().map(decoded).includes('https://${}\n/x'));
    for (let end = 0; end < script.length; end += 1) {
      const half = sqlFrontEnd.parse(script.slice(0, end));
      for (const one of half.strings()) assert.ok(one.span.end <= end);
    }
    assert.doesNotThrow(() => sqlFrontEnd.parse(`x := ${'('.repeat(50_000)}`));
    assert.doesNotThrow(() => sqlFrontEnd.parse(`x := ${'f('.repeat(20_000)}'s'`));
  });

  describe('Terraform', () => {
    let terraform: FrontEnd;
    before(async () => {
      terraform = terraformFrontEnd(await new Grammars(grammarFile).parser(TERRAFORM_GRAMMAR));
    });

    it('reads blocks, variables, heredocs and references', () => {
      const text =
        'variable "fp" {\n  default = "aa\\n"\n}\nlocals { z = "q" }\nprovider "oci" {\n  user = var.fp\n  k = <<-EOT\n    one\n    two ${var.fp}\n  EOT\n  f = file("a.pem")\n}\n';
      const program = terraform.parse(text);
      const targets = program.module
        .block()
        .stmts.flatMap((stmt) => (stmt.k === 'bind' && stmt.target.k === 'member' ? [stmt.target.name] : []));
      assert.deepEqual(targets, ['fp', 'z', 'oci']);
      assert.deepEqual(
        program
          .strings()
          .map(decoded)
          .filter((one) => one !== 'fp' && one !== 'oci'),
        ['aa\n', 'q', 'one\ntwo ${}\n', 'a.pem'],
      );
      const user = entriesOf(program).find((entry) => entry.key === 'user')?.value;
      assert.ok(user?.k === 'member' && user.name === 'fp' && user.object.k === 'name' && user.object.name === 'var');
    });

    it('survives files that include themselves and never end', () => {
      const program = terraform.parse(
        `module "self" { source = "./." }\nlocals { a = local.a }\nx = ${'['.repeat(5000)}`,
      );
      assert.ok(program.broken);
      assert.ok(program.strings().length > 0);
    });
  });

  it('are bounded on hostile input', function () {
    this.timeout(20_000);
    const bomb = `a: &a [x,x]\n${'bcdefghi'
      .split('')
      .map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}`;
    assert.ok(yamlFrontEnd.parse(bomb).strings().length < 10);
    assert.doesNotThrow(() => jsonFrontEnd.parse('['.repeat(200_000)));
    assert.doesNotThrow(() => yamlFrontEnd.parse('['.repeat(20_000)));
    assert.equal(jsonFrontEnd.parse(`{"a":"${'x'.repeat(10_000_000)}"}`).strings().length, 1);
    const env = Array.from({ length: 100_000 }, (_, at) => `KEY_${at}=value`).join('\n');
    assert.equal(dotenvFrontEnd.parse(env).strings().length, 100_000);
    for (const frontEnd of [
      tomlFrontEnd,
      iniFrontEnd,
      propertiesFrontEnd,
      dockerfileFrontEnd,
      sqlFrontEnd,
      markdownFrontEnd,
    ]) {
      for (const text of ['', '\0', '"', "'", '[', '= =', '\\', '```', '\uFFFF'.repeat(10)]) {
        const program = frontEnd.parse(text);
        for (const one of program.strings()) assert.equal(typeof raw(program, one), 'string');
      }
    }
  });
});
