import assert from 'node:assert/strict';
import { lowered, strings } from './programs';

const same = async (text: string, expected: string): Promise<void> =>
  assert.equal((await lowered('a.ps1', text)).trim(), expected.trim());

describe('PowerShell', () => {
  it('cmdlets take named arguments, programs their options', async () => {
    await same(
      `Get-Thing -Id $Id -AuthType:ApiKey -Force | Select-Object -First 1
& oci.exe iam region list --auth api_key
oci iam region list
Get-Thing @options`,
      `Get-Thing(Id=$id, AuthType="ApiKey", Force=true)
Select-Object(First=1)
oci("iam", "region", "list", auth="api_key")
oci("iam", "region", "list", auth=$env:OCI_CLI_AUTH)
Get-Thing(...$options)`,
    );
  });

  it('variables know no case; strings, records, lists, formats', async () => {
    await same(
      `$Url = "https://$($region.Id).x/$Path"
$env:A = 'it''s'
$h = @{ Authorization = "Bearer $key"; 'X-Y' = @('a', 'b') }
$f = 'https://{0}/{1}' -f $Url, 'x'
$script:g = [string]$h.Authorization + "\`n"
$ok = $true`,
      `$url = "https://\${$region.Id}.x/\${$path}"
$env:A = "it's"
$h = {Authorization: "Bearer \${$key}", X-Y: ["a", "b"]}
$f = "https://\${$url}/x"
$g = "\${$h.Authorization}\\n"
$ok = true`,
    );
  });

  it('functions, control flow, method calls, dot-sourcing', async () => {
    await same(
      `. "$PSScriptRoot/lib.ps1"
function Get-Client {
  param([string]$A = 'x')
  $script:last = $A
  return New-Client -A $A
}
if ($a) { A } elseif ($b) { B } else { throw 'c' }
foreach ($i in @(1, 2)) { D $i }
try { E } catch { F } finally { G }
$o.Send('x', 1)`,
      `import -<./lib.ps1#*>
fn Get-Client($a) outer $last
  $last = $a
  return New-Client(A=$a)
  ^
branch total
| $a
  A()
| $b
  B()
| 
  ^
branch loops
| 
  $i = (1 | 2)
  D($i)
branch total
| 
  E()
| 
  F()
G()
$o.Send("x", 1)`,
    );
  });

  it('lists strings of all quotings', async () => {
    const text = '$a = \'x\'\n$b = "y$z"\n$c = @"\nhere $d\n"@\n$e = @\'\nraw\n\'@\n';
    assert.deepEqual(await strings('a.ps1', text), ['x', 'y${}', 'here ${}', 'raw']);
  });
});
