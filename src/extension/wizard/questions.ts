import {
  type Answers,
  CALLS,
  type Call,
  LANGUAGE_LABELS,
  PRIORITIES,
  type Priority,
  type Suggestions,
} from '../../advisor';
import { type CodeLanguage, FRAMEWORKS, type Framework, LANGUAGES } from '../../knowledge/code';
import { PLACES, type Place } from '../../knowledge/place';
import { REGIONS } from '../../knowledge/region';
import type { Choice, Choices } from './ask';

/** What was answered so far; the last answers of this workspace stand in for the rest. */
export type Draft = Partial<Answers>;

export interface Step {
  readonly title: string;
  readonly placeholder: string;
  choices(suggestions: Suggestions, draft: Draft): Choices<string>;
  apply(draft: Draft, value: string): Draft;
}

type Words = readonly [icon: string, label: string, detail: string];

const CALL_WORDS: Readonly<Record<Call, Words>> = {
  chat: ['comment-discussion', 'Chat', 'Send messages to a model'],
  embeddings: ['symbol-array', 'Embeddings', 'Turn text into vectors'],
  rerank: ['list-ordered', 'Rerank', 'Order documents by relevance'],
  responses: ['sparkle', 'Responses API', 'Enterprise AI agents, OpenAI-compatible'],
  agents: ['hubot', 'Classic agents', 'Sessions, RAG and tools of an agent endpoint'],
  'hosted-application': ['cloud', 'Hosted application', 'Invoke an application that runs in Generative AI'],
  management: ['settings-gear', 'Management', 'Create and change models, endpoints, projects'],
};

const PLACE_WORDS: Readonly<Record<Place, Words>> = {
  compute: ['server', 'Compute', 'A virtual machine or bare metal instance'],
  oke: ['symbol-namespace', 'Kubernetes (OKE)', 'A pod of a cluster'],
  functions: ['zap', 'Functions', 'A function with func.yaml'],
  'container-instances': ['package', 'Container Instances', 'Containers without a cluster'],
  'data-science': ['beaker', 'Data Science', 'A notebook session, job or model deployment'],
  'hosted-application': ['cloud', 'Hosted application', 'Inside Generative AI itself'],
  laptop: ['device-desktop', 'My machine', 'A laptop or workstation'],
  ci: ['github-action', 'CI pipeline', 'GitHub Actions and the like'],
  'other-cloud': ['globe', 'Another cloud', 'AWS, Azure, Google Cloud or your own servers'],
};

const PRIORITY_WORDS: Readonly<Record<Priority, Words>> = {
  production: ['shield', 'Production', 'Nothing long-lived, least privilege'],
  experiment: ['rocket', 'Quick experiment', 'The shortest way to a first answer'],
  'no-iam': ['circle-slash', 'No access to IAM', 'Somebody else writes policies and groups'],
};

const FRAMEWORK_LABELS: Readonly<Record<Framework, string>> = {
  langchain: 'LangChain',
  llamaindex: 'LlamaIndex',
  litellm: 'LiteLLM',
  adk: 'Agent Development Kit',
};

const item = ([icon, label, detail]: Words, value: string, description?: string): Choice<string> => ({
  value,
  label: `$(${icon}) ${label}`,
  detail,
  description,
});

const seen = (because: string | undefined): string | undefined => because && `found in ${because}`;

const CALL: Step = {
  title: 'What do you call?',
  placeholder: 'The part of Generative AI that your code reaches',
  choices: ({ call }, draft) => ({
    items: CALLS.map((value) => item(CALL_WORDS[value], value, seen(call?.value === value ? call.because : undefined))),
    active: draft.call ?? call?.value,
  }),
  apply: (draft, value) => ({ ...draft, call: value as Call }),
};

const PLACE: Step = {
  title: 'Where does it run?',
  placeholder: 'The place that needs the credential, not the one where you write the code',
  choices: ({ on }, draft) => ({
    items: PLACES.map((value) => item(PLACE_WORDS[value], value, seen(on?.value === value ? on.because : undefined))),
    active: draft.on ?? on?.value,
  }),
  apply: (draft, value) => ({ ...draft, on: value as Place }),
};

const PRIORITY: Step = {
  title: 'What matters most?',
  placeholder: 'It decides between methods that would all work',
  choices: (_, draft) => ({
    items: (['production', 'experiment', 'no-iam'] as const).map((value) => item(PRIORITY_WORDS[value], value)),
    active: draft.priority ?? PRIORITIES[1],
  }),
  apply: (draft, value) => ({ ...draft, priority: value as Priority }),
};

const LANGUAGE: Step = {
  title: 'In which language?',
  placeholder: 'Language and framework of the code',
  choices: ({ language, framework }, draft) => {
    const found = language && nameOf(language.value, language.value === 'python' ? framework : undefined);
    const last = draft.language && nameOf(draft.language, draft.framework);
    return { items: languageItems(found), active: last ?? found };
  },
  apply: (draft, value) => {
    const [language, framework] = value.split('/');
    return { ...draft, language: language as CodeLanguage, framework: framework as Framework | undefined };
  },
};

const nameOf = (language: CodeLanguage, framework?: Framework): string =>
  framework ? `${language}/${framework}` : language;

function languageItems(found: string | undefined): readonly Choice<string>[] {
  const names = LANGUAGES.flatMap((language) =>
    language === 'python' ? [language, ...FRAMEWORKS.map((framework) => nameOf(language, framework))] : [language],
  );
  return names.map((value) => {
    const [language, framework] = value.split('/') as [CodeLanguage, Framework | undefined];
    const label = LANGUAGE_LABELS[language];
    return {
      value,
      label: framework ? `${label} with ${FRAMEWORK_LABELS[framework]}` : label,
      description: value === found ? 'found in this workspace' : undefined,
    };
  });
}

/** Regions in which most models are served on demand come first where nothing was found. */
const COMMON = ['us-chicago-1', 'eu-frankfurt-1', 'uk-london-1', 'sa-saopaulo-1', 'ap-osaka-1', 'us-ashburn-1'];

const REGION: Step = {
  title: 'In which region?',
  placeholder: 'The region whose models or agents are called',
  choices: ({ regions }, draft) => {
    const rest = [...REGIONS.values()].filter(({ realm }) => realm === 'oc1').map(({ id }) => id);
    const names = [...new Set([...regions, ...COMMON, ...rest, ...REGIONS.keys()])];
    return {
      items: names.map((value) => ({
        value,
        label: value,
        description: regions.includes(value) ? 'found in this workspace' : undefined,
      })),
      active: draft.places?.region ?? regions[0],
    };
  },
  apply: (draft, value) => ({ ...draft, places: { ...draft.places, region: value } }),
};

export const STEPS: readonly Step[] = [CALL, PLACE, PRIORITY, LANGUAGE, REGION];

export const callLabel = (call: Call): string => CALL_WORDS[call][1];
export const placeName = (place: Place): string => PLACE_WORDS[place][1];
export const priorityLabel = (priority: Priority): string => PRIORITY_WORDS[priority][1];
export const frameworkLabel = (framework: Framework): string => FRAMEWORK_LABELS[framework];
