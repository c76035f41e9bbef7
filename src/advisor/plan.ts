import {
  type CodeLanguage,
  codeFor,
  DEFAULT_PLACES,
  type Framework,
  LANGUAGES,
  PLANE_OF_TASK,
  type Places,
  type Task,
} from '../knowledge/code';
import { METHOD_FACTS, type Method } from '../knowledge/method';
import { type Place, placeLabel } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { SENDS_PROJECT } from '../knowledge/policy';
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
  /** The GenAI API key that the policy lets in; any of the compartment's without it. */
  readonly apiKeyId?: string;
  /** The OKE cluster whose workloads the policy lets in. */
  readonly clusterId?: string;
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
  const { task, ...written } = codeOf(answers, chosen, survey);
  const plane = task ? PLANE_OF_TASK[task] : chosen.plane;
  return {
    answers,
    ranked,
    chosen,
    headline: `${METHOD_FACTS[method].label}, to ${CALL_FACTS[answers.call].label} from ${placeLabel(answers.on)}`,
    ...written,
    policy: leastPrivilege(usesFor(answers, plane, survey), granteeOf(answers, method)),
    deployment: deployment(answers.on, method, { region, account: accountOf(answers), language: answers.language }),
    smokeTest: chosen.verdict === 'refused' ? undefined : smokeTest(answers, method, task),
  };
}

/** What the calls can be made with, best first: what the workspace calls already, then the plane that was advised. */
function tasksFor({ call, framework }: Answers, { plane, method }: Advice, survey?: Survey): readonly Task[] {
  switch (call) {
    case 'agents':
    case 'management':
    case 'responses':
    case 'rerank':
      return [call];
    case 'hosted-application':
      return [method === 'idcs-oauth' ? 'hosted-oauth' : 'hosted-iam'];
    case 'embeddings':
      return method === 'genai-api-key' ? ['openai-embeddings'] : ['embeddings'];
    case 'chat': {
      if (method === 'genai-api-key') return ['openai-chat'];
      const native =
        framework || survey?.uses.some((use) => use.plane === 'inference-native') || plane !== 'inference-openai';
      return native ? ['chat', 'openai-chat'] : ['openai-chat', 'chat'];
    }
  }
}

interface Written extends Pick<Plan, 'code' | 'codeNote'> {
  readonly task?: Task;
}

function codeOf(answers: Answers, advice: Advice, survey?: Survey): Written {
  const { language, framework, places } = answers;
  const { method } = advice;
  if (advice.verdict === 'refused') return { codeNote: advice.possibleIf && `Possible if ${advice.possibleIf}.` };
  const tasks = tasksFor(answers, advice, survey);
  const written = (used: CodeLanguage, by?: Framework): Written | undefined => {
    for (const task of tasks) {
      const text = codeFor(used, method, task, places, by);
      if (text !== undefined) return { task, code: { language: used, text, file: FILES[used] } };
    }
    return undefined;
  };
  const framed = framework && written('python', framework);
  if (framed) return framed;
  const plain = written(language);
  if (!plain) return { task: tasks[0], codeNote: withoutCode(language, method, tasks, places) };
  const note = 'The framework has no way to take this credential here: this is the SDK itself.';
  return framework ? { ...plain, codeNote: note } : plain;
}

function withoutCode(language: CodeLanguage, method: Method, tasks: readonly Task[], places: Partial<Places>): string {
  const others = LANGUAGES.filter((one) => tasks.some((task) => codeFor(one, method, task, places) !== undefined));
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

function smokeTest({ places }: Answers, method: Method, task: Task | undefined): PlanCode | undefined {
  const text = task && codeFor('shell', method, task, places);
  return text === undefined ? undefined : { language: 'shell', text, file: 'genai-smoke-test.sh' };
}

/** Operations of such calls, by what the SDKs name them. */
const OPERATIONS: Readonly<Partial<Record<Call, Readonly<Partial<Record<Plane, readonly string[]>>>>>> = {
  chat: { 'inference-native': ['chat'], 'inference-openai': ['chatCompletions', SENDS_PROJECT] },
  embeddings: { 'inference-native': ['embedText'], 'inference-openai': ['embeddings', SENDS_PROJECT] },
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
  clusterId: answers.clusterId,
  apiKeyId: answers.apiKeyId,
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
