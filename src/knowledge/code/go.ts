import type { Method } from '../method';
import type { Places, Target } from './contract';

/** oci-go-sdk v65 `common` and `common/auth`. */
function provider(method: Method, profile: string): string | undefined {
  switch (method) {
    case 'iam-api-key':
      return `common.CustomProfileConfigProvider("", "${profile}"), error(nil)`;
    case 'session-token':
      return `common.CustomProfileSessionTokenConfigProvider("", "${profile}"), error(nil)`;
    case 'instance-principal':
      return 'auth.InstancePrincipalConfigurationProvider()';
    case 'resource-principal':
      return 'auth.ResourcePrincipalConfigurationProvider()';
    case 'oke-workload-identity':
      return 'auth.OkeWorkloadIdentityConfigurationProvider()';
    default:
      return undefined;
  }
}

const CLIENTS: Readonly<Partial<Record<Target, readonly [pkg: string, make: string]>>> = {
  inference: ['generativeaiinference', 'NewGenerativeAiInferenceClientWithConfigurationProvider'],
  agents: ['generativeaiagentruntime', 'NewGenerativeAiAgentRuntimeClientWithConfigurationProvider'],
};

export function go(method: Method, target: Target, { region, profile }: Places): string | undefined {
  const make = provider(method, profile);
  const client = CLIENTS[target];
  if (!make || !client) return undefined;
  const [pkg, construct] = client;
  return [
    'package main',
    '',
    'import (',
    '\t"log"',
    '',
    `\t"github.com/oracle/oci-go-sdk/v65/common${make.startsWith('auth.') ? '/auth' : ''}"`,
    `\t"github.com/oracle/oci-go-sdk/v65/${pkg}"`,
    ')',
    '',
    'func main() {',
    `\tprovider, err := ${make}`,
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    `\tclient, err := ${pkg}.${construct}(provider)`,
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    `\tclient.SetRegion("${region}")`,
    '\tlog.Println(client.Host)',
    '}',
    '',
  ].join('\n');
}
