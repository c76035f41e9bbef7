import {
  type CodeLanguage,
  codeFor,
  codeForOther,
  DEFAULT_PLACES,
  type Framework,
  LANGUAGES,
  OTHER_CALL_LANGUAGES,
  type OtherCall,
  type Places,
  pythonFramework,
  type Target,
} from '../knowledge/code';
import { METHOD_FACTS, type Method } from '../knowledge/method';
import { type Place, placeLabel } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { type Advice, advise } from './decide';
import { DEFAULT_SERVICE_ACCOUNT, type DeploymentPiece, deployment, type ServiceAccount } from './deployment';
import { CALL_FACTS, type Call, type Need } from './need';
import { type Grantee, type LeastPrivilege, leastPrivilege, type PlaneUse } from './policy';
import type { Survey } from './survey';

/** What somebody answered. */
export interface Answers extends Need {
  readonly language: CodeLanguage;
  readonly framework?: Framework;
  /** Another method than the recommended one. */
  readonly method?: Method;
  readonly places: Partial<Places>;
  readonly group?: string;
  readonly domain?: string;
  readonly namespace?: string;
  readonly serviceAccount?: string;
}

export interface Plan {
  readonly answers: Answers;
  readonly ranked: readonly Advice[];
  readonly chosen: Advice;
  readonly headline: string;
  readonly code?: PlanCode;
  /** Why there is no code, or what to know of it. */
  readonly codeNote?: string;
  readonly policy: LeastPrivilege;
  readonly deployment: readonly DeploymentPiece[];
  /** To run on the workload itself. */
  readonly smokeTest?: PlanCode;
}

export interface PlanCode {
  readonly language: CodeLanguage;
  readonly text: string;
  readonly file: string;
}

const FILES: Readonly<Record<CodeLanguage, string>> = {
  python: 'genai_client.py',
  typescript: 'genai-client.ts',
  java: 'Main.java',
  go: 'main.go',
  csharp: 'Program.cs',
  shell: 'genai-call.sh',
};

/** From answers to everything that is to be done; the same answers give the same plan. */
export function planFor(answers: Answers, survey?: Survey): Plan {
  const ranked = advise(answers);
  const chosen = ranked.find(({ method }) => method === answers.method) ?? (ranked[0] as Advice);
  const { method } = chosen;
  const region = answers.places.region ?? DEFAULT_PLACES.region;
  const { target, ...written } = codeOf(answers, chosen, survey);
  const plane = target ? PLANE_OF_TARGET[target] : chosen.plane;
  return {
    answers,
    ranked,
    chosen,
    headline: `${METHOD_FACTS[method].label}, to ${CALL_FACTS[answers.call].label} from ${placeLabel(answers.on)}`,
    ...written,
    policy: leastPrivilege(usesFor(answers, plane, survey), granteeOf(answers, method)),
    deployment: deployment(answers.on, method, region, accountOf(answers)),
    smokeTest: chosen.verdict === 'refused' ? undefined : smokeTest(answers, method, target),
  };
}

const PLANE_OF_TARGET: Readonly<Record<Target, Plane>> = {
  inference: 'inference-native',
  agents: 'agent-runtime',
  openai: 'inference-openai',
};

/** What the calls can be made with, best first: what the workspace calls already, then the plane that was advised. */
function targetsFor({ call, framework }: Answers, { plane, method }: Advice, survey?: Survey): readonly Target[] {
  if (call === 'agents') return ['agents'];
  if (call === 'responses' || method === 'genai-api-key') return ['openai'];
  if (call === 'embeddings' || call === 'rerank') return ['inference'];
  if (call !== 'chat') return [];
  const native =
    framework || survey?.uses.some((use) => use.plane === 'inference-native') || plane !== 'inference-openai';
  return native ? ['inference', 'openai'] : ['openai', 'inference'];
}

interface Written extends Pick<Plan, 'code' | 'codeNote'> {
  readonly target?: Target;
}

function codeOf(answers: Answers, advice: Advice, survey?: Survey): Written {
  const { call, language, framework, places } = answers;
  const { method } = advice;
  const targets = targetsFor(answers, advice, survey);
  if (advice.verdict === 'refused') return { codeNote: advice.possibleIf && `Possible if ${advice.possibleIf}.` };
  if (call === 'hosted-application' || call === 'management') return otherCode(answers, call, method);
  const [first] = targets;
  if (!first) return {};
  const all = { ...DEFAULT_PLACES, ...places };
  for (const target of targets) {
    const framed = framework && fits(framework, target) ? pythonFramework(framework, method, all) : undefined;
    if (framed) return { target, code: { language: 'python', text: framed, file: FILES.python } };
  }
  for (const target of targets) {
    const text = codeFor(language, method, target, places);
    if (text === undefined) continue;
    const note = framework
      ? 'The framework has no way to take this credential here: this is the SDK itself.'
      : undefined;
    return { target, code: { language, text, file: FILES[language] }, codeNote: note ?? otherOperation(call) };
  }
  return { target: first, codeNote: withoutCode(language, method, first, places) };
}

function otherCode({ language, places }: Answers, call: OtherCall, method: Method): Written {
  const text = codeForOther(language, method, call, places);
  if (text !== undefined) return { code: { language, text, file: FILES[language] } };
  const others = OTHER_CALL_LANGUAGES.filter((one) => codeForOther(one, method, call, places) !== undefined);
  return { codeNote: without(language, method, others) };
}

/** The ADK speaks to agents, the others to models. */
const fits = (framework: Framework, target: Target): boolean => (framework === 'adk') === (target === 'agents');

function withoutCode(language: CodeLanguage, method: Method, target: Target, places: Partial<Places>): string {
  const others = LANGUAGES.filter((one) => one !== language && codeFor(one, method, target, places) !== undefined);
  return without(language, method, others);
}

function without(language: CodeLanguage, method: Method, others: readonly CodeLanguage[]): string {
  const named = others.map((one) => LANGUAGE_LABELS[one]).join(', ');
  const lead = `${LANGUAGE_LABELS[language]} has no ready way for the ${METHOD_FACTS[method].label} here`;
  return named ? `${lead}; ${named} ${others.length > 1 ? 'have' : 'has'}.` : `${lead}.`;
}

export const LANGUAGE_LABELS: Readonly<Record<CodeLanguage, string>> = {
  python: 'Python',
  typescript: 'TypeScript',
  java: 'Java',
  go: 'Go',
  csharp: 'C#',
  shell: 'Shell',
};

const otherOperation = (call: Call): string | undefined =>
  call === 'embeddings' || call === 'rerank'
    ? `The client is what matters: call ${call === 'embeddings' ? 'embed text' : 'rerank text'} instead of chat.`
    : undefined;

function smokeTest({ call, places }: Answers, method: Method, target: Target | undefined): PlanCode | undefined {
  const other = call === 'hosted-application' || call === 'management' ? call : undefined;
  // The CLI has no command for the OpenAI-compatible API: a signed native call proves the same identity.
  const text = other
    ? codeForOther('shell', method, other, places)
    : target && (codeFor('shell', method, target, places) ?? codeFor('shell', method, 'inference', places));
  return text === undefined ? undefined : { language: 'shell', text, file: 'genai-smoke-test.sh' };
}

/** Operations of such calls, by what the SDKs name them. */
const OPERATIONS: Readonly<Partial<Record<Call, Readonly<Partial<Record<Plane, readonly string[]>>>>>> = {
  chat: { 'inference-native': ['chat'], 'inference-openai': ['chatCompletions', 'responses'] },
  embeddings: { 'inference-native': ['embedText'], 'inference-openai': ['embeddings'] },
  rerank: { 'inference-native': ['rerankText'] },
  responses: { 'inference-openai': ['responses'] },
  agents: { 'agent-runtime': ['createSession', 'chat'] },
};

/** What the workspace's code calls on these planes counts; where it calls nothing yet, what was asked for. */
function usesFor({ call }: Answers, plane: Plane, survey: Survey | undefined): readonly PlaneUse[] {
  const reached = (survey?.uses ?? []).filter((use) => use.plane === plane && use.operations.length > 0);
  return [{ plane, operations: OPERATIONS[call]?.[plane] ?? [] }, ...reached];
}

/** Names of Kubernetes have letters, digits, dots and dashes: anything else would end up as YAML. */
function accountOf({ namespace, serviceAccount }: Answers): ServiceAccount {
  const named = (text: string | undefined, otherwise: string): string =>
    text && /^[a-z0-9.-]{1,253}$/.test(text) ? text : otherwise;
  return {
    namespace: named(namespace, DEFAULT_SERVICE_ACCOUNT.namespace),
    name: named(serviceAccount, DEFAULT_SERVICE_ACCOUNT.name),
  };
}

const granteeOf = (answers: Answers, method: Method): Grantee => ({
  place: answers.on,
  method,
  group: answers.group,
  domain: answers.domain,
  namespace: accountOf(answers).namespace,
  serviceAccount: accountOf(answers).name,
  compartment: answers.places.compartment,
});

/** Which answers a workspace suggests, each with what shows it. */
export interface Suggestions {
  readonly call?: Suggested<Call>;
  readonly on?: Suggested<Place>;
  readonly language?: Suggested<CodeLanguage>;
  readonly framework?: Framework;
  readonly regions: readonly string[];
}

export interface Suggested<T> {
  readonly value: T;
  readonly because: string;
}

/** What is called in the file at hand, where there is one, counts before the rest. */
export function suggestionsFrom(survey: Survey, atHand?: string): Suggestions {
  const workload = survey.workloads.find(({ certain }) => certain) ?? survey.workloads[0];
  const language = survey.languages.map((one) => (one === 'javascript' ? 'typescript' : one)).find(isCodeLanguage);
  const here = survey.uses.filter(({ uri }) => uri === atHand);
  const call = callOf(here.length > 0 ? here : survey.uses);
  return {
    call,
    on: workload && { value: workload.place, because: decodeURIComponent(workload.uri.split('/').pop() ?? '') },
    language: language && { value: language, because: 'this workspace' },
    framework: mostFrequent(survey.uses.flatMap(({ framework }) => framework ?? [])),
    regions: [...new Set([...survey.uses.flatMap(({ region }) => region ?? []), ...survey.regions])],
  };
}

const isCodeLanguage = (text: string): text is CodeLanguage => (LANGUAGES as readonly string[]).includes(text);

const CALL_OF_PLANE: Readonly<Partial<Record<Plane, Call>>> = {
  'agent-runtime': 'agents',
  'agent-management': 'agents',
  'inference-native': 'chat',
  'inference-openai': 'responses',
  'hosted-application-oauth': 'hosted-application',
  'hosted-application-iam': 'hosted-application',
  'genai-management': 'management',
};

function callOf(uses: Survey['uses']): Suggested<Call> | undefined {
  const plane = mostFrequent(uses.map((use) => use.plane).filter((one) => CALL_OF_PLANE[one] !== undefined));
  const value = plane && CALL_OF_PLANE[plane];
  const first = uses.find((use) => use.plane === plane);
  if (!value || !first) return undefined;
  const operations = uses.filter((use) => use.plane === plane).flatMap((use) => use.operations.map(plain));
  const because = decodeURIComponent(first.uri.split('/').pop() ?? '');
  if (value !== 'chat' && value !== 'responses') return { value, because };
  if (operations.includes('embedtext') || operations.includes('embeddings')) return { value: 'embeddings', because };
  if (operations.includes('reranktext')) return { value: 'rerank', because };
  return { value: operations.includes('chatcompletions') ? 'chat' : value, because };
}

const plain = (operation: string): string => operation.toLowerCase().replace(/[^a-z]/g, '');

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
