import { problemOf, type UseFact } from '../../advisor';
import type { Method } from '../../knowledge/method';
import { AGENT_PLANES, type Plane } from '../../knowledge/plane';
import { mayGrantGenAi } from '../../knowledge/policy';
import { command, type Known, nameOf, type Remedy, type Step } from './remedy';

/** The line of the profile that shows the cause. */
export const profile: Step = ({ credentials, uriOf }, id) => {
  const found = credentials.flatMap((credential): Remedy[] => {
    const problem = problemOf(credential, id);
    const { location, label } = credential;
    if (!problem || !location) return [];
    const line = problem.span?.line ?? location.line;
    return [{ kind: 'jump', label: `Open Profile ${label}`, uri: uriOf(location.file), line }];
  });
  return found.slice(0, 1);
};

/** The profile that the code reads, else the first that there is; without any, one is made. */
export const config: Step = (known, id) => {
  const profiles = known.credentials.filter(({ source, location }) => source === 'config' && location);
  const read = new Set(known.survey.uses.flatMap(({ profiles: names }) => names));
  const chosen = profiles.find((one) => one.profile !== undefined && read.has(one.profile)) ?? profiles[0];
  if (!chosen?.location) return addProfile(known, id);
  const { label, location } = chosen;
  return [{ kind: 'jump', label: `Open Profile ${label}`, uri: known.uriOf(location.file), line: location.line }];
};

export const addProfile = command('principled.addProfile', 'Add a Profile');
export const setUp = command('principled.setUp', 'Choose Another Method');
export const generatePolicy = command('principled.generatePolicy', 'Generate the Policy');
export const listKeys = command('principled.listGenAiKeys', 'List the Keys of a Compartment');
export const askMachine = command('principled.askMachine', 'Ask This Machine');
export const doctor = command('principled.doctor', 'Write a Report');
export const refreshSession = command('principled.refreshSession', 'Refresh the Session', ({ credentials }) =>
  credentials.some(({ method, profile: name }) => method === 'session-token' && name !== undefined),
);

/** Asks OCI with the credentials of this machine. */
export const test: Step = ({ credentials }) =>
  credentials.length > 0 ? [{ kind: 'test', label: 'Test the Credentials' }] : [];

export const policy: Step = (known, id) => {
  const [first] = known.survey.policies.filter(({ text }) => mayGrantGenAi(text));
  const jump: Remedy[] = first ? [{ kind: 'jump', label: 'Open the Policy', uri: first.uri, line: first.line }] : [];
  return [...jump, ...generatePolicy(known, id)];
};

/** The block that gives Terraform its credentials. */
export const provider: Step = ({ survey }) =>
  survey.providers.slice(0, 1).map(({ uri, line }) => ({
    kind: 'jump',
    label: `Go to ${nameOf(uri)}:${line + 1}`,
    uri,
    line,
  }));

/** What describes the pods. */
export const manifest: Step = ({ survey }) =>
  survey.workloads
    .filter(({ place }) => place === 'oke')
    .slice(0, 1)
    .map(({ uri }) => ({ kind: 'jump', label: `Open ${nameOf(uri)}`, uri, line: 0 }));

type Fits = (use: UseFact) => boolean;

export const by =
  (...methods: readonly Method[]): Fits =>
  (use) =>
    use.methods.some((one) => methods.some((wanted) => wanted === one));
export const on =
  (...planes: readonly Plane[]): Fits =>
  ({ plane }) =>
    planes.includes(plane);
export const written =
  (...languages: readonly string[]): Fits =>
  ({ language }) =>
    languages.includes(language);

/** The line that makes the client: of those that a cause is about, the one that the error names. */
export const code =
  (fits: Fits = () => true): Step =>
  ({ survey, seen }) => {
    // Where nobody sees how a client authenticates, it may be in any way.
    const fitting = survey.uses.filter(fits);
    const found = fitting.length > 0 ? fitting : survey.uses.filter(isUnseen);
    const [use] = [...found].sort((a, b) => rank(a, seen) - rank(b, seen));
    if (!use) return [];
    return [{ kind: 'jump', label: `Go to ${nameOf(use.uri)}:${use.line + 1}`, uri: use.uri, line: use.line }];
  };

const isUnseen: Fits = ({ methods }) => methods.length === 0 || methods.includes('unknown');

function rank(use: UseFact, seen: Known['seen']): number {
  const agents = /agent/i.test(seen.service ?? '');
  const service = seen.service === undefined || agents === AGENT_PLANES.has(use.plane) ? 0 : 4;
  const operation = use.operations.some((one) => one === seen.operation) ? 0 : 2;
  return service + operation + (use.region === seen.region ? 0 : 1);
}
