import type { Method } from '../method';
import type { Plane } from '../plane';
import type { AuthRule, Sdk, SymbolFact } from './fact';

const SOURCE = 'oci-powershell-modules: Common/Cmdlets/OCICmdlet.cs, -AuthType of every cmdlet; ApiKey when absent';

/** Values of an enum: PowerShell reads them in any case. */
const TYPES: Readonly<Record<string, Method>> = {
  ApiKey: 'iam-api-key',
  InstancePrincipal: 'instance-principal',
  SessionToken: 'session-token',
};

const AUTH: readonly AuthRule[] = [
  {
    as: 'choice',
    choice: {
      arg: { name: ['AuthType', 'authType', 'Authtype', 'authtype'] },
      values: TYPES,
      default: 'iam-api-key',
      ignoreCase: true,
    },
  },
];

/** `Get-OCIGenerativeaiagentAgentsList`: the service stands behind the verb. */
const cmdlets = (service: string, plane: Plane): SymbolFact => ({
  in: [''],
  names: [],
  holds: `-OCI${service}`,
  makes: { kind: 'client', reach: { plane }, auth: AUTH, endpoint: { name: 'Endpoint' } },
  source: SOURCE,
});

export const POWERSHELL: Sdk = {
  id: 'powershell',
  languages: ['powershell'],
  facts: [
    // The longest name first: one service's name begins the other's.
    cmdlets('Generativeaiagentruntime', 'agent-runtime'),
    cmdlets('Generativeaiagent', 'agent-management'),
    cmdlets('Generativeaiinference', 'inference-native'),
    cmdlets('Generativeaidata', 'nl2sql'),
    cmdlets('Generativeai', 'genai-management'),
    {
      in: [''],
      names: ['Invoke-RestMethod', 'Invoke-WebRequest', 'irm', 'iwr'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: ['Uri', 'uri', 'URI'], at: 0 }] },
        auth: [{ as: 'headers', arg: { name: ['Headers', 'headers'] } }],
        operation: 'request',
      },
      source: 'learn.microsoft.com Invoke-RestMethod',
    },
  ],
};
