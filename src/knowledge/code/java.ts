import type { Method } from '../method';
import type { Places, Target } from './contract';

/** oci-java-sdk 3; the OKE provider comes with oci-java-sdk-addons-oke-workload-identity. */
function provider(method: Method, profile: string): readonly [type: string, make: string] | undefined {
  const built = (type: string): readonly [string, string] => [
    type,
    `${type.slice(type.lastIndexOf('.') + 1)}.builder().build()`,
  ];
  switch (method) {
    case 'iam-api-key':
      return ['ConfigFileAuthenticationDetailsProvider', `new ConfigFileAuthenticationDetailsProvider("${profile}")`];
    case 'session-token':
      return [
        'SessionTokenAuthenticationDetailsProvider',
        `new SessionTokenAuthenticationDetailsProvider("${profile}")`,
      ];
    case 'instance-principal':
      return built('InstancePrincipalsAuthenticationDetailsProvider');
    case 'resource-principal':
      return built('ResourcePrincipalAuthenticationDetailsProvider');
    case 'oke-workload-identity':
      return built('okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider');
    default:
      return undefined;
  }
}

const CLIENTS: Readonly<Partial<Record<Target, readonly [pkg: string, type: string]>>> = {
  inference: ['generativeaiinference', 'GenerativeAiInferenceClient'],
  agents: ['generativeaiagentruntime', 'GenerativeAiAgentRuntimeClient'],
};

export function java(method: Method, target: Target, { region, profile }: Places): string | undefined {
  const found = provider(method, profile);
  const client = CLIENTS[target];
  if (!found || !client) return undefined;
  const [type, make] = found;
  return [
    `import com.oracle.bmc.auth.${type};`,
    `import com.oracle.bmc.${client[0]}.${client[1]};`,
    '',
    'public class Main {',
    '    public static void main(String[] args) throws Exception {',
    `        var provider = ${make};`,
    `        try (var client = ${client[1]}.builder().build(provider)) {`,
    `            client.setRegion("${region}");`,
    '            System.out.println(client.getEndpoint());',
    '        }',
    '    }',
    '}',
    '',
  ].join('\n');
}
