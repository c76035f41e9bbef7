import { type CodeLanguage, EXCHANGED, exchangeScript } from '../knowledge/code';
import type { Method } from '../knowledge/method';
import type { Place } from '../knowledge/place';

/** A piece of configuration that the workload needs beside its code. */
export interface DeploymentPiece {
  readonly title: string;
  /** Where it belongs in the project. */
  readonly file: string;
  readonly text: string;
}

/** What to deploy so that the method has its credential there; empty where code alone is enough. */
export function deployment(
  place: Place,
  method: Method,
  { region = 'us-chicago-1', account = DEFAULT_SERVICE_ACCOUNT, language = 'python' }: Deployed = {},
): readonly DeploymentPiece[] {
  const pieces: DeploymentPiece[] = [];
  if (place === 'functions' && method === 'resource-principal') pieces.push(functionManifest(region, language));
  if (place === 'oke' && method === 'oke-workload-identity') pieces.push(serviceAccount(region, account));
  if (method === 'token-exchange' && !OWN_EXCHANGE.has(language)) pieces.push(exchange(region));
  if (place === 'ci' && method === 'token-exchange') pieces.push(githubActions(region, language));
  if (IMAGES.has(place)) pieces.push(DOCKERIGNORE);
  return pieces;
}

export interface Deployed {
  readonly region?: string;
  readonly account?: ServiceAccount;
  /** Of the code that is deployed. */
  readonly language?: CodeLanguage;
}

/** The Kubernetes identity that both the manifest and the policy name. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export const DEFAULT_SERVICE_ACCOUNT: ServiceAccount = { namespace: 'genai', name: 'genai-caller' };

const IMAGES: ReadonlySet<Place> = new Set(['functions', 'oke', 'container-instances', 'hosted-application']);

const DOCKERIGNORE: DeploymentPiece = {
  title: 'No key in the image: the principal needs none',
  file: '.dockerignore',
  text: '.oci\n*.pem\n.env\n',
};

/** As `fn init` writes it for each runtime (github.com/fnproject/cli langs/). */
const RUNTIMES: Readonly<Partial<Record<CodeLanguage, string>>> = {
  typescript: 'runtime: node\nentrypoint: node func.js',
  java: 'runtime: java\ncmd: com.example.fn.Main::handleRequest',
  go: 'runtime: go\nentrypoint: ./func',
  csharp: 'runtime: dotnet8.0\ncmd: Function:Caller:call',
};
const PYTHON_RUNTIME = 'runtime: python\nentrypoint: /python/bin/fdk /function/func.py handler';

const functionManifest = (region: string, language: CodeLanguage): DeploymentPiece => ({
  title: 'Functions puts the resource principal into the environment; no key is configured',
  file: 'func.yaml',
  text: `schema_version: 20180708
name: genai-caller
version: 0.0.1
${RUNTIMES[language] ?? PYTHON_RUNTIME}
memory: 512
timeout: 120
config:
  GENAI_REGION: ${region}
`,
});

/** OCI_RESOURCE_PRINCIPAL_*: what the SDKs' workload signers read (oke_workload_identity_resource_principal_signer.py). */
const serviceAccount = (region: string, { namespace, name }: ServiceAccount): DeploymentPiece => ({
  title: 'The policy names this namespace and service account',
  file: 'k8s/genai-caller.yaml',
  text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: genai-caller
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: genai-caller
  template:
    metadata:
      labels:
        app: genai-caller
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: true
      containers:
        - name: app
          image: <image>
          env:
            - name: OCI_RESOURCE_PRINCIPAL_VERSION
              value: "2.2"
            - name: OCI_RESOURCE_PRINCIPAL_REGION
              value: ${region}
`,
});

/** Languages whose SDK exchanges a token itself. */
const OWN_EXCHANGE: ReadonlySet<CodeLanguage> = new Set(['python', 'go', 'shell']);

const exchange = (region: string): DeploymentPiece => ({
  title: 'The SDK exchanges no token: this does, and the code reads the session that it begins',
  file: EXCHANGED.file,
  text: `set -e\n${exchangeScript(region)}`,
});

/** How the job gets what the code needs, and runs it. */
const RUN: Readonly<Record<CodeLanguage, readonly [setUp: string, run: string]>> = {
  python: ['pip install oci oci-genai-auth openai requests', 'python genai_client.py'],
  go: ['go mod init genai && go mod tidy', 'go run main.go'],
  typescript: ['npm install', 'npx tsx genai-client.ts'],
  java: ['mvn -q compile', 'mvn -q exec:java -Dexec.mainClass=Main'],
  csharp: ['dotnet build', 'dotnet run'],
  shell: ['pip install oci-cli', 'bash genai-call.sh'],
};

function githubActions(region: string, language: CodeLanguage): DeploymentPiece {
  const [setUp, run] = RUN[language];
  const steps = OWN_EXCHANGE.has(language)
    ? [`OIDC_TOKEN="$OIDC_TOKEN" ${run}`]
    : [`OIDC_TOKEN="$OIDC_TOKEN" bash ${EXCHANGED.file}`, `${EXCHANGED.variable}="${EXCHANGED.config}" ${run}`];
  const tenancy =
    language === 'python' || language === 'go' ? '' : `\n      OCI_TENANCY_ID: \${{ vars.OCI_TENANCY_ID }}`;
  return {
    title: 'The job’s own OIDC token is exchanged; only the identity domain’s client stands in the secrets',
    file: '.github/workflows/genai.yml',
    text: `name: genai
on: workflow_dispatch
permissions:
  contents: read
  id-token: write
jobs:
  call:
    runs-on: ubuntu-latest
    env:
      OCI_REGION: ${region}
      OCI_DOMAIN_URL: \${{ vars.OCI_DOMAIN_URL }}
      OCI_CLIENT_ID: \${{ vars.OCI_CLIENT_ID }}
      OCI_CLIENT_SECRET: \${{ secrets.OCI_CLIENT_SECRET }}${tenancy}
    steps:
      - uses: actions/checkout@v4
      - run: ${setUp}
      - name: Call with a token of this job
        run: |
          OIDC_TOKEN=$(curl --silent --fail -H "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=oci" | jq -r .value)
          echo "::add-mask::$OIDC_TOKEN"
${steps.map((step) => `          ${step}`).join('\n')}
`,
  };
}
