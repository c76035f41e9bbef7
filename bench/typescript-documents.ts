/** A TypeScript module of about a given number of lines, as a service that talks to OCI reads. */
export function typescriptProgram(lines: number, withTriggers: boolean): string {
  const parts: string[] = withTriggers ? [...HEAD] : [];
  let count = parts.length;
  // A file of 10,000 lines has more clients, not ten times as many.
  const every = lines > 5_000 ? 16 : 4;
  for (let number = 0; count < lines; number += 1) {
    const block =
      withTriggers && number % every === 1 ? client(number) : (PLAIN[number % PLAIN.length] ?? rows)(number);
    parts.push(...block);
    count += block.length;
  }
  return `${parts.join('\n')}\n`;
}

const HEAD: readonly string[] = [
  "import * as common from 'oci-common';",
  "import * as runtime from 'oci-generativeaiagentruntime';",
  "import { GenerativeAiInferenceClient, models } from 'oci-generativeaiinference';",
  '',
  'const REGION = common.Region.US_CHICAGO_1;',
  '',
  'async function providerOf(profile?: string): Promise<common.AuthenticationDetailsProvider> {',
  '  if (profile) return new common.ConfigFileAuthenticationDetailsProvider(undefined, profile);',
  '  return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();',
  '}',
  '',
];

const client = (number: number): string[] => (number % 8 === 1 ? inference(number) : agent(number));

const inference = (number: number): string[] => [
  '/** Asks the model; retries are those of the SDK. */',
  `export async function ask${number}(question: string, settings: Record<string, string>): Promise<string> {`,
  '  const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: await providerOf() });',
  '  client.region = REGION;',
  '  const details: models.ChatDetails = {',
  "    compartmentId: process.env.COMPARTMENT_ID ?? '',",
  `    servingMode: { servingType: 'ON_DEMAND', modelId: settings['model-${number}'] } as models.OnDemandServingMode,`,
  "    chatRequest: { apiFormat: 'COHERE', message: question } as models.CohereChatRequest,",
  '  };',
  '  const response = await client.chat({ chatDetails: details });',
  '  return JSON.stringify(response);',
  '}',
  '',
];

const agent = (number: number): string[] => [
  `export async function consult${number}(question: string, sessionId: string): Promise<string> {`,
  '  const provider = new common.ConfigFileAuthenticationDetailsProvider();',
  '  const agents = new runtime.GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });',
  '  const response = await agents.chat({',
  `    agentEndpointId: process.env.ENDPOINT_${number} ?? '',`,
  '    chatDetails: { userMessage: question, sessionId, shouldStream: false },',
  '  });',
  '  return JSON.stringify(response);',
  '}',
  '',
];

const rows = (number: number): string[] => [
  `/** The rows of table ${number} that are active, by name. */`,
  `export function rows${number}(names: readonly string[], rows: Map<string, Record<string, unknown>>) {`,
  '  const kept: Record<string, unknown>[] = [];',
  '  for (const name of names) {',
  '    const row = rows.get(name);',
  `    if (!row) throw new Error(\`no row \${name} in table ${number}\`);`,
  '    if (kept.length < 100 && row.active === true) {',
  '      kept.push({ ...row, label: `${name}-${kept.length}` });',
  '    }',
  '  }',
  '  const found = kept;',
  '  return found;',
  '}',
  '',
];

const page = (number: number): string[] => [
  `export class Page${number} {`,
  '  private readonly lines: string[] = [];',
  '',
  '  constructor(private readonly width = 80) {}',
  '',
  '  print(text: string): string {',
  "    let built = '';",
  '    for (let at = 0; at < text.length; at += this.width) {',
  '      built += text.slice(at, at + this.width) + String.fromCharCode(10);',
  '    }',
  '    this.lines.push(built);',
  '    return built;',
  '  }',
  '}',
  '',
];

const PLAIN: readonly ((number: number) => string[])[] = [rows, page];
