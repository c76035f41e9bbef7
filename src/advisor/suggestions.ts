import { type CodeLanguage, type Framework, LANGUAGES } from '../knowledge/code';
import type { Place } from '../knowledge/place';
import type { Plane } from '../knowledge/plane';
import type { Call } from './need';
import type { Survey } from './survey';
import { workloadOf } from './workspace-policy';

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
  const workload = workloadOf(survey);
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
