/** A C# program of about a given number of lines, as a service that talks to OCI reads: clients, helpers, records. */
export function csharpProgram(lines: number, withTriggers: boolean): string {
  const parts: string[] = withTriggers ? [...HEAD] : [...QUIET_HEAD];
  let count = parts.length;
  // A file of 10,000 lines has more clients, not ten times as many.
  const every = lines > 5_000 ? 16 : 4;
  for (let number = 0; count < lines - 2; number += 1) {
    const block =
      withTriggers && number % every === 1 ? client(number, every) : (PLAIN[number % PLAIN.length] ?? table)(number);
    parts.push(...block);
    count += block.length;
  }
  return `${[...parts, '    }', '}'].join('\n')}\n`;
}

const QUIET_HEAD: readonly string[] = [
  'using System;',
  'using System.Collections.Generic;',
  '',
  'namespace Example.Answers',
  '{',
  '    public class Answers',
  '    {',
  '        private readonly Dictionary<string, string> _settings = new();',
  '',
];

const HEAD: readonly string[] = [
  'using System;',
  'using System.Collections.Generic;',
  'using System.Linq;',
  'using System.Threading.Tasks;',
  'using Oci.Common;',
  'using Oci.Common.Auth;',
  'using Oci.GenerativeaiagentruntimeService;',
  'using Oci.GenerativeaiinferenceService;',
  'using Oci.GenerativeaiinferenceService.Models;',
  'using Oci.GenerativeaiinferenceService.Requests;',
  '',
  'namespace Example.Answers',
  '{',
  '    /// <summary>Answers questions.</summary>',
  '    public class Answers',
  '    {',
  '        private readonly IBasicAuthenticationDetailsProvider _provider;',
  '        private readonly Dictionary<string, string> _settings = new();',
  '',
  '        public Answers(string profile)',
  '        {',
  '            _provider = profile == null',
  '                ? new InstancePrincipalsAuthenticationDetailsProvider()',
  '                : new ConfigFileAuthenticationDetailsProvider(profile);',
  '        }',
  '',
];

const client = (number: number, every: number): string[] =>
  number % (2 * every) === 1 ? inference(number) : agent(number);

const inference = (number: number): string[] => [
  '        /// <summary>Asks the model; retries are those of the SDK.</summary>',
  `        public async Task<string> Ask${number}(string question)`,
  '        {',
  '            using var client = new GenerativeAiInferenceClient(_provider, new ClientConfiguration());',
  '            client.SetRegion(Region.US_CHICAGO_1);',
  '            var content = new TextContent { Text = question };',
  '            var message = new UserMessage { Content = new List<ChatContent> { content } };',
  '            var request = new ChatRequest',
  '            {',
  '                ChatDetails = new ChatDetails',
  '                {',
  '                    CompartmentId = Environment.GetEnvironmentVariable("COMPARTMENT_ID"),',
  `                    ServingMode = new OnDemandServingMode { ModelId = _settings["model-${number}"] },`,
  '                    ChatRequest = new GenericChatRequest',
  '                    {',
  '                        Messages = new List<Message> { message },',
  '                        MaxTokens = 600,',
  '                        Temperature = 0.2,',
  '                    },',
  '                },',
  '            };',
  '            var response = await client.Chat(request);',
  '            return response.ChatResult.ToString();',
  '        }',
  '',
];

const agent = (number: number): string[] => [
  `        public async Task<string> Consult${number}(string question, string session)`,
  '        {',
  '            var signer = new ConfigFileAuthenticationDetailsProvider("DEFAULT");',
  '            using var runtime = new GenerativeAiAgentRuntimeClient(signer);',
  '            var answer = await runtime.Chat(new Oci.GenerativeaiagentruntimeService.Requests.ChatRequest',
  '            {',
  `                AgentEndpointId = Environment.GetEnvironmentVariable("ENDPOINT_${number}"),`,
  '                ChatDetails = new Oci.GenerativeaiagentruntimeService.Models.ChatDetails',
  '                {',
  '                    UserMessage = question,',
  '                    SessionId = session,',
  '                },',
  '            });',
  '            return answer.ChatResult.Message.Content.Text;',
  '        }',
  '',
];

const table = (number: number): string[] => [
  `        /// <summary>The rows of table ${number}, kept by name.</summary>`,
  `        public List<Row> Select${number}(IEnumerable<string> names, IDictionary<string, Row> rows)`,
  '        {',
  '            var found = new List<Row>();',
  '            foreach (var name in names)',
  '            {',
  '                if (!rows.TryGetValue(name, out var row))',
  '                {',
  `                    throw new ArgumentException($"no row {name} in table ${number}");`,
  '                }',
  '                if (found.Count < 100 && row.Active)',
  '                {',
  '                    row.Label = string.Format("{0}-{1}", name, found.Count);',
  '                    found.Add(row);',
  '                }',
  '            }',
  '            return found;',
  '        }',
  '',
];

const setting = (number: number): string[] => [
  `        private readonly string _label${number} = "label-${number}";`,
  '',
  `        public string Label${number} => _settings.TryGetValue(_label${number}, out var label) ? label : "none";`,
  '',
  `        public int Count${number} { get; set; }`,
  '',
];

const holder = (number: number): string[] => [
  `        public class Page${number}`,
  '        {',
  '            private readonly List<string> _lines = new();',
  '',
  '            public int Width { get; init; } = 80;',
  '',
  '            public string Print(string text)',
  '            {',
  '                var parts = Enumerable.Range(0, text.Length / Width).Select(at => text.Substring(at * Width, Width));',
  '                var built = string.Join("\\n", parts.Where(part => part.Trim() != ""));',
  '                _lines.Add(built);',
  '                return built;',
  '            }',
  '        }',
  '',
];

const PLAIN = [table, setting, holder] as const;
