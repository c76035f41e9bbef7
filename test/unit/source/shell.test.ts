import assert from 'node:assert/strict';
import { lowered, strings } from './programs';

const same = async (text: string, expected: string): Promise<void> =>
  assert.equal((await lowered('a.sh', text)).trim(), expected.trim());

describe('shell', () => {
  it('options are named arguments, other words positional ones', async () => {
    await same(
      'sudo /usr/bin/oci --profile "$P" generative-ai-agent agent list --auth=security_token --all -c x',
      'oci(profile=$P, "generative-ai-agent", "agent", "list", auth="security_token", all=true, c="x")',
    );
  });

  it('bundled flags, headers as one record, here-strings', async () => {
    await same(
      'curl -sSLX POST "https://$HOST/x" -H "Authorization: Bearer $KEY" --header \'A: b\' --compressed <<< "$BODY"',
      'curl(s=true, S=true, L=true, request="POST", "https://${$HOST}/x", compressed=true, header={Authorization: "Bearer ${$KEY}", A: "b"})',
    );
  });

  it('a variable stands in for an option, unless words of unknown content may hold it', async () => {
    await same(
      `oci iam region list
OCI_CLI_AUTH=api_key oci iam region list
env OCI_CLI_AUTH=x oci iam
oci $OPTIONS iam
oci "\${OPTIONS[@]}" iam
oci --auth "$A" "$B"`,
      `oci("iam", "region", "list", auth=$OCI_CLI_AUTH)
oci("iam", "region", "list", auth="api_key")
oci("iam", auth="x")
oci(...$OPTIONS, "iam")
oci(...$OPTIONS, "iam")
oci(auth=$A, $B)`,
    );
  });

  it('assignments, exports, defaults, unset, appending', async () => {
    await same(
      `export A=b C="d$E"
F=\${G:-h} I+=$A
unset A
arr=(a "b c")`,
      `$A = "b"
$C = "d\${$E}"
$F = ($G | "h")
$I = "\${$I}\${$A}"
$A = null
$arr = ["a", "b c"]`,
    );
  });

  it('functions change the variables of the script, locals stay inside', async () => {
    await same(
      `f() { local a=1; B=2; oci x; return 1; }
f`,
      `fn f() outer $B
  $a = "1"
  $B = "2"
  oci("x", auth=$OCI_CLI_AUTH)
  ^
f()`,
    );
  });

  it('branches, loops, lists, substitutions and pipes run their commands', async () => {
    await same(
      `if a; then b; elif c; then d; else e; fi
case $x in y) f;; *) g;; esac
for i in 1 2; do h $i; done
i && j || k
L=$(m | n)
o | p`,
      `a()
branch total
| 
  b()
| 
  c()
  d()
| 
  e()
branch total
| 
  f()
| 
  g()
branch loops
| 
  $i = ("1" | "2")
  h(...$i)
i()
branch
| 
  j()
branch
| 
  k()
$L = other(m(), n())
o()
p()`,
    );
  });

  it('sourced files are imports', async () => {
    await same(
      `. ./env.sh
source "$(dirname "$0")/lib/oci.sh"
source "$UNKNOWN"`,
      `import -<./env.sh#*>
import -<./lib/oci.sh#*>`,
    );
  });

  it('lists quoted strings, heredocs and longer words', async () => {
    const text = 'cat <<EOF > f\nkey=$K\nuser=x\nEOF\nexport KEY=abcdefghijkl A=\'q\'"r$S"\n';
    assert.deepEqual(await strings('a.sh', text), ['key=${}\nuser=x\n', 'abcdefghijkl', 'qr${}', 'r${}']);
  });
});
