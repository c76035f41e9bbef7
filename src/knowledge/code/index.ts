import { acceptance } from '../acceptance';
import type { Method } from '../method';
import { type CodeLanguage, DEFAULT_PLACES, PLANE_OF_TASK, type Places, type Task, type Writer } from './contract';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { insideString } from './literal';
import { python } from './python';
import { type Framework, pythonFramework } from './python-frameworks';
import { shell } from './shell';
import { typescript } from './typescript';

export {
  type CodeLanguage,
  DEFAULT_PLACES,
  LANGUAGES,
  PLANE_OF_TASK,
  type Places,
  TASKS,
  type Task,
} from './contract';
export { EXCHANGED, exchangeScript } from './exchange';
export { FUNCTION_FORMS, type FunctionForm } from './function';
export { shellWord, yamlScalar } from './literal';
export { packagesOf } from './packages';
export { FRAMEWORKS, type Framework } from './python-frameworks';

const WRITERS: Readonly<Record<CodeLanguage, Writer>> = { python, typescript, java, go, csharp, shell };

/** A small program that authenticates with a method and does a task; undefined where OCI or the SDK has no such way. */
export function codeFor(
  language: CodeLanguage,
  method: Method,
  task: Task,
  places: Partial<Places> = {},
  framework?: Framework,
): string | undefined {
  if (acceptance(method, PLANE_OF_TASK[task]).verdict === 'refused') return undefined;
  const all = written(language, { ...DEFAULT_PLACES, ...places });
  if (framework) return language === 'python' ? pythonFramework(framework, method, task, all) : undefined;
  return WRITERS[language](method, task, all);
}

/** Whatever they hold, no place ends the string in which it stands. */
const written = (language: CodeLanguage, { region, profile, model, compartment, ...others }: Places): Places => {
  const inside = (text: string): string => insideString(language, text);
  return {
    region: inside(region),
    profile: inside(profile),
    model: inside(model),
    compartment: inside(compartment),
    project: inside(others.project),
    agentEndpoint: inside(others.agentEndpoint),
    hostedApplication: inside(others.hostedApplication),
  };
};
