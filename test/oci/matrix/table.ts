import { METHOD_FACTS, METHODS, type Method } from '../../../src/knowledge/method';
import { PLANE_FACTS, PLANES, type Plane } from '../../../src/knowledge/plane';
import type { ProgramLanguage as Language } from '../toolchains/toolchain';
import { type Observation, predict, verdictOf } from './observation';
import { hasMethod, LANGUAGES } from './situation';

const NAMES: Readonly<Record<Language, string>> = {
  python: 'Python',
  typescript: 'TypeScript',
  java: 'Java',
  go: 'Go',
};

const INTRODUCTION = `# Which method opens which plane

Every cell is the result of a run: a program with the real SDK of that language called every plane of the local OCI,
which checks signatures and tokens as the service does. The column *predicted* is the acceptance table that the linter,
the explorer and the advisor speak from. \`npx tsx test/oci/matrix/write.ts\` writes this page, and a test fails when a
run says something else.

- \`ST$\`: the plane saw a token of the principal. \`user key\`: it saw \`tenancy/user/fingerprint\`. \`bearer\`: a key or JWT.
- SDK: a client of the language's SDK made the call. HTTP: no client serves that plane; the SDK's signer (or a plain
  bearer header) was put on an HTTP request. OpenAI: the OpenAI client; where the call is signed, with
  \`oci-genai-auth\` (Python) or the SDK's signer in its transport.
- –: not run; the SDK has no class for the method, or no way to use it on that plane.
`;

/** The page of the documentation that shows the matrix. */
export function renderMatrix(observations: readonly Observation[]): string {
  const find = finder(observations);
  return `${[INTRODUCTION, ...METHODS.map((method) => renderMethod(method, find))].join('\n')}`;
}

type Find = (language: Language, method: Method, plane: Plane) => Observation | undefined;

function finder(observations: readonly Observation[]): Find {
  const key = (...parts: readonly string[]): string => parts.join(' ');
  const all = new Map(observations.map((entry) => [key(entry.language, entry.method, entry.plane), entry]));
  return (language, method, plane) => all.get(key(language, method, plane));
}

function renderMethod(method: Method, find: Find): string {
  const rows = PLANES.map((plane) => {
    const { status } = predict(method, plane);
    const cells = LANGUAGES.map((language) => cellOf(find(language, method, plane)));
    return `| ${[PLANE_FACTS[plane].label, `${verdictOf(method, plane)} (${status})`, ...cells].join(' | ')} |`;
  });
  const without = LANGUAGES.filter((language) => !hasMethod(language, method)).map((language) => NAMES[language]);
  const note = without.length > 0 ? `\nThe SDK for ${without.join(' and ')} has no class for it.\n` : '';
  const label = METHOD_FACTS[method].label;
  return [
    `## ${label.charAt(0).toUpperCase()}${label.slice(1)}${note ? `\n${note}` : '\n'}`,
    `| Plane | Predicted | ${LANGUAGES.map((language) => NAMES[language]).join(' | ')} |`,
    `|---|---|${LANGUAGES.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

function cellOf(observation: Observation | undefined): string {
  if (!observation) return '–';
  const { status, via } = observation;
  return [String(status), status === 200 ? shownOf(observation) : undefined, clientOf(via)].filter(Boolean).join(', ');
}

function shownOf({ keyId, bearer }: Observation): string {
  if (bearer) return 'bearer';
  return keyId === 'ST$' ? '`ST$`' : 'user key';
}

function clientOf(via: string): string {
  if (via.includes('HTTP')) return 'HTTP';
  return via.startsWith('openai') ? 'OpenAI' : 'SDK';
}
