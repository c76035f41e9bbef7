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
import { placeLabel } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import { SENDS_PROJECT } from '../knowledge/policy';
import { type Advice, advise } from './decide';
import {
  DEFAULT_SERVICE_ACCOUNT,
  type DeploymentPiece,
  deployment,
  PROGRAM_FILES,
  type ServiceAccount,
} from './deployment';
import { asFunction } from './function-code';
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

/** From answers to everything that is to be done; the same answers give the same plan. */
export function planFor(answers: Answers, survey?: Survey): Plan {
  const ranked = advise(answers);
  const chosen = ranked.find(({ method }) => method === answers.method) ?? (ranked[0] as Advice);
  const { method } = chosen;
  const region = answers.places.region ?? DEFAULT_PLACES.region;
  const { task, ...alone } = codeOf(answers, chosen, survey);
  const written = answers.on === 'functions' ? asFunction(alone, method) : alone;
  const plane = task ? PLANE_OF_TASK[task] : chosen.plane;
  return {
    answers,
    ranked,
    chosen,
    headline: `${METHOD_FACTS[method].label}, to ${CALL_FACTS[answers.call].label} from ${placeLabel(answers.on)}`,
    ...written,
    policy: leastPrivilege(usesFor(answers, plane, survey), granteeOf(answers, method)),
    deployment: deployment(answers.on, method, {
      region,
      account: accountOf(answers),
      language: answers.language,
      file: written.code?.file,
      program: written.code?.text,
    }),
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
      if (text !== undefined) return { task, code: { language: used, text, file: PROGRAM_FILES[used] } };
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
