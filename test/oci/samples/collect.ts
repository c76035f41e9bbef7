import { acceptance } from '../../../src/knowledge/acceptance';
import { codeFor, FRAMEWORKS, PLANE_OF_TASK, TASKS } from '../../../src/knowledge/code';
import type { Method } from '../../../src/knowledge/method';
import type { World } from '../server/world';
import type { Language } from '../toolchains/toolchain';

/** Code as the wizard gives it, with the places of the local OCI. */
export interface Collected {
  readonly name: string;
  readonly text: string;
}

/** The profile that holds a method's credential in the harness. */
const PROFILES: Readonly<Partial<Record<Method, string>>> = {
  'session-token': 'SESSION',
  'delegation-token': 'DELEGATION',
};

/** Everything that the wizard can show in a language for a method. */
export function collect(language: Language, method: Method, world: World): readonly Collected[] {
  const places = {
    region: world.region,
    profile: PROFILES[method] ?? 'DEFAULT',
    compartment: world.compartment,
    project: world.agentEndpoint.replace('genaiagentendpoint', 'generativeaiproject'),
    agentEndpoint: world.agentEndpoint,
  };
  return TASKS.filter((task) => acceptance(method, PLANE_OF_TASK[task]).verdict !== 'refused').flatMap((task) => {
    const hostedApplication = task === 'hosted-oauth' ? world.hostedApplication : world.hostedApplicationIam;
    const all = { ...places, hostedApplication };
    const plain = codeFor(language, method, task, all);
    const framed = (language === 'python' ? FRAMEWORKS : []).map(
      (framework) => [`${task} with ${framework}`, codeFor('python', method, task, all, framework)] as const,
    );
    return [[task, plain] as const, ...framed].flatMap(([name, text]) =>
      text === undefined ? [] : [{ name, text: text.replaceAll('<path>', 'ask') }],
    );
  });
}
