/** A Go file of about a given number of lines, as a service that talks to OCI reads: clients, helpers, structs. */
export function goProgram(lines: number, withTriggers: boolean): string {
  const parts: string[] = withTriggers ? [...HEAD] : [...QUIET_HEAD];
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

const QUIET_HEAD: readonly string[] = [
  'package answers',
  '',
  'import (',
  '\t"errors"',
  '\t"fmt"',
  '\t"strings"',
  ')',
  '',
];

const HEAD: readonly string[] = [
  'package answers',
  '',
  'import (',
  '\t"context"',
  '\t"errors"',
  '\t"fmt"',
  '\t"os"',
  '\t"strings"',
  '',
  '\t"github.com/oracle/oci-go-sdk/v65/common"',
  '\t"github.com/oracle/oci-go-sdk/v65/common/auth"',
  '\t"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"',
  '\t"github.com/oracle/oci-go-sdk/v65/generativeaiinference"',
  ')',
  '',
  '// Service answers questions.',
  'type Service struct {',
  '\tprovider common.ConfigurationProvider',
  '\tsettings map[string]string',
  '}',
  '',
  'func New(profile string) (*Service, error) {',
  '\tif profile != "" {',
  '\t\treturn &Service{provider: common.CustomProfileConfigProvider("", profile)}, nil',
  '\t}',
  '\tprovider, err := auth.InstancePrincipalConfigurationProvider()',
  '\tif err != nil {',
  '\t\treturn nil, err',
  '\t}',
  '\treturn &Service{provider: provider}, nil',
  '}',
  '',
];

const client = (number: number): string[] => (number % 8 === 1 ? inference(number) : agent(number));

const inference = (number: number): string[] => [
  '// The model is asked; retries are those of the SDK.',
  `func (s *Service) Ask${number}(ctx context.Context, question string) (string, error) {`,
  '\tclient, err := generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(s.provider)',
  '\tif err != nil {',
  '\t\treturn "", fmt.Errorf("client: %w", err)',
  '\t}',
  '\tclient.SetRegion("us-chicago-1")',
  '\trequest := generativeaiinference.ChatRequest{',
  '\t\tChatDetails: generativeaiinference.ChatDetails{',
  '\t\t\tCompartmentId: common.String(os.Getenv("COMPARTMENT_ID")),',
  `\t\t\tServingMode: generativeaiinference.OnDemandServingMode{ModelId: common.String(s.settings["model-${number}"])},`,
  '\t\t},',
  '\t}',
  '\tresponse, err := client.Chat(ctx, request)',
  '\tif err != nil {',
  '\t\treturn "", err',
  '\t}',
  '\treturn fmt.Sprint(response.ChatResult), nil',
  '}',
  '',
];

const agent = (number: number): string[] => [
  `func consult${number}(ctx context.Context, question, session string) (string, error) {`,
  '\tprovider := common.DefaultConfigProvider()',
  '\truntime, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider)',
  '\tif err != nil {',
  '\t\treturn "", err',
  '\t}',
  '\tresponse, err := runtime.Chat(ctx, generativeaiagentruntime.ChatRequest{',
  `\t\tAgentEndpointId: common.String(os.Getenv("ENDPOINT_${number}")),`,
  '\t\tChatDetails:     generativeaiagentruntime.ChatDetails{UserMessage: &question, SessionId: &session},',
  '\t})',
  '\tif err != nil {',
  '\t\treturn "", err',
  '\t}',
  '\treturn fmt.Sprint(response.ChatResult), nil',
  '}',
  '',
];

const rows = (number: number): string[] => [
  `// Rows${number} keeps the rows that are active, by name.`,
  `func Rows${number}(names []string, rows map[string]map[string]any) ([]map[string]any, error) {`,
  '\tvar kept []map[string]any',
  '\tfor _, name := range names {',
  '\t\trow, ok := rows[name]',
  '\t\tif !ok {',
  `\t\t\treturn nil, errors.New("no row " + name + " in table ${number}")`,
  '\t\t}',
  '\t\tif len(kept) < 100 && row["active"] == true {',
  '\t\t\trow["label"] = fmt.Sprintf("%s-%d", name, len(kept))',
  '\t\t\tkept = append(kept, row)',
  '\t\t}',
  '\t}',
  '\tfound := kept',
  '\treturn found, nil',
  '}',
  '',
];

const page = (number: number): string[] => [
  `// Page${number} breaks lines.`,
  `type Page${number} struct {`,
  '\twidth int',
  '\tlines []string',
  '}',
  '',
  `func (p *Page${number}) Print(text string) string {`,
  '\tvar built strings.Builder',
  '\tfor len(text) > p.width {',
  '\t\tbuilt.WriteString(text[:p.width] + "\\n")',
  '\t\ttext = text[p.width:]',
  '\t}',
  '\tp.lines = append(p.lines, built.String())',
  '\treturn built.String()',
  '}',
  '',
];

const PLAIN: readonly ((number: number) => string[])[] = [rows, page];
