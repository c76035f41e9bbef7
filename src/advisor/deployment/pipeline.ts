import { type CodeLanguage, EXCHANGED, packagesOf, yamlScalar } from '../../knowledge/code';
import type { Deployed, DeploymentPiece } from './piece';

/** Languages whose SDK exchanges a token itself. */
export const OWN_EXCHANGE: ReadonlySet<CodeLanguage> = new Set(['python', 'go', 'shell']);

type Program = Required<Pick<Deployed, 'region' | 'language' | 'file' | 'program'>>;

/** How the job gets what the code needs, and runs it. */
function run({ language, file, program }: Program): readonly [setUp: string, run: string] {
  switch (language) {
    case 'python':
      return [
        `pip install ${packagesOf(language, program).join(' ') || 'oci oci-genai-auth openai'}`,
        `python ${file}`,
      ];
    case 'go':
      return ['go mod init genai && go mod tidy', `go run ${file}`];
    case 'typescript':
      return ['npm install', `npx tsx ${file}`];
    case 'java':
      return ['mvn -q compile', 'mvn -q exec:java -Dexec.mainClass=Main'];
    case 'csharp':
      return ['dotnet build', 'dotnet run'];
    case 'shell':
      return ['pip install oci-cli', `bash ${file}`];
  }
}

const WORKFLOW = '.github/workflows/genai.yml';

export function workflowOfExchange(program: Program): DeploymentPiece {
  const { region, language } = program;
  const [setUp, call] = run(program);
  const steps = OWN_EXCHANGE.has(language)
    ? [`OIDC_TOKEN="$OIDC_TOKEN" ${call}`]
    : [`OIDC_TOKEN="$OIDC_TOKEN" bash ${EXCHANGED.file}`, `${EXCHANGED.variable}="${EXCHANGED.config}" ${call}`];
  const tenancy =
    language === 'python' || language === 'go' ? '' : `\n      OCI_TENANCY_ID: \${{ vars.OCI_TENANCY_ID }}`;
  return {
    title: 'The job’s own OIDC token is exchanged; only the identity domain’s client stands in the secrets',
    file: WORKFLOW,
    text: `name: genai
on: workflow_dispatch
permissions:
  contents: read
  id-token: write
jobs:
  call:
    runs-on: ubuntu-latest
    env:
      OCI_REGION: ${yamlScalar(region)}
      OCI_DOMAIN_URL: \${{ vars.OCI_DOMAIN_URL }}
      OCI_CLIENT_ID: \${{ vars.OCI_CLIENT_ID }}${tenancy}
    steps:
      - uses: actions/checkout@v4
      - run: ${setUp}
      - name: Call with a token of this job
        env:
          OCI_CLIENT_SECRET: \${{ secrets.OCI_CLIENT_SECRET }}
        run: |
          OIDC_TOKEN=$(curl --silent --fail -H "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=oci" | jq -r .value)
          echo "::add-mask::$OIDC_TOKEN"
${steps.map((step) => `          ${step}`).join('\n')}
`,
  };
}

/** The key reaches the one step that calls, and no other. */
export function workflowOfKey(program: Program): DeploymentPiece {
  const [setUp, call] = program.language === 'shell' ? [undefined, `bash ${program.file}`] : run(program);
  return {
    title: 'The key is a secret of the repository: gh secret set OCI_GENAI_API_KEY',
    file: WORKFLOW,
    text: `name: genai
on: workflow_dispatch
permissions:
  contents: read
jobs:
  call:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${setUp === undefined ? '' : `      - run: ${setUp}\n`}      - name: Call with the GenAI API key
        env:
          OCI_GENAI_API_KEY: \${{ secrets.OCI_GENAI_API_KEY }}
        run: ${call}
`,
  };
}
