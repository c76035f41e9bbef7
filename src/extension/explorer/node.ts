import type { Credential } from '../../credentials/credential';
import { isUnhealthy, type Problem } from '../../credentials/problem';
import type { Reach } from '../../credentials/reach';
import type { Place } from '../../machine/sources/source';
import type { Found } from './found';

/** A line of the tree. Ids stay the same across refreshes, so that what is open stays open. */
export type Node =
  | OriginNode
  | CredentialNode
  | ProblemNode
  | SignInNode
  | PlaneNode
  | AdviceNode
  | UsagesNode
  | SpotNode;

/** A place that holds credentials: a file, the environment, the workspace. */
export interface OriginNode {
  readonly kind: 'origin';
  readonly id: string;
  readonly label: string;
  readonly children: readonly Node[];
}

export interface CredentialNode {
  readonly kind: 'credential';
  readonly id: string;
  readonly parent: OriginNode;
  readonly credential: Credential;
  /** Where it stands in code. */
  readonly spot?: { readonly uri: string; readonly line: number };
}

export interface ProblemNode {
  readonly kind: 'problem';
  readonly id: string;
  readonly parent: OriginNode | CredentialNode;
  readonly problem: Problem;
  /** The file that the problem's span is in, if it is in one. */
  readonly file?: string;
}

/** What OCI said to the credential as such, at the last test. */
export interface SignInNode {
  readonly kind: 'sign-in';
  readonly id: string;
  readonly parent: CredentialNode;
}

/** What to do about the answer to a test, or what identifies the answer. */
export interface AdviceNode {
  readonly kind: 'advice';
  readonly id: string;
  readonly parent: SignInNode | PlaneNode;
  readonly label: string;
  readonly detail: string;
  readonly isAnswer: boolean;
}

export interface PlaneNode {
  readonly kind: 'plane';
  readonly id: string;
  readonly parent: CredentialNode;
  readonly reach: Reach;
}

export interface UsagesNode {
  readonly kind: 'usages';
  readonly id: string;
  readonly parent: CredentialNode;
  readonly spots: readonly Spot[];
}

/** A line of the workspace. */
export interface Spot {
  readonly uri: string;
  /** From zero. */
  readonly line: number;
  readonly text: string;
}

export interface SpotNode extends Spot {
  readonly kind: 'spot';
  readonly id: string;
  readonly parent: UsagesNode;
}

/** The roots: each origin in the order in which its first credential was found, what stands in code last. */
export function roots(
  credentials: readonly Credential[],
  places: readonly Place[],
  found: readonly Found[],
): OriginNode[] {
  const origins = new Map<string, { label: string; nodes: ((parent: OriginNode) => Node)[] }>();
  const of = (label: string): ((parent: OriginNode) => Node)[] => {
    const known = origins.get(label) ?? { label, nodes: [] };
    origins.set(label, known);
    return known.nodes;
  };
  for (const place of places) {
    for (const [index, problem] of place.problems.entries()) {
      of(place.label).push((parent) => ({
        kind: 'problem',
        id: `place:${place.path}:${index}`,
        parent,
        problem,
        file: place.path,
      }));
    }
  }
  for (const credential of credentials) {
    of(credential.origin).push((parent) => ({ kind: 'credential', id: credential.id, parent, credential }));
  }
  for (const { credential, uri, line } of found) {
    const spot = { uri, line };
    of(credential.origin).push((parent) => ({ kind: 'credential', id: credential.id, parent, credential, spot }));
  }
  return [...origins.values()].map(({ label, nodes }) => origin(label, nodes));
}

function origin(label: string, makers: readonly ((parent: OriginNode) => Node)[]): OriginNode {
  const children: Node[] = [];
  const node: OriginNode = { kind: 'origin', id: `origin:${label}`, label, children };
  children.push(...makers.map((make) => make(node)));
  return node;
}

/** What a credential opens to: what is wrong, what OCI said, what it reaches, where it is used. */
export function childrenOf(node: CredentialNode, uses: readonly Spot[], tested: boolean): Node[] {
  const { credential, id } = node;
  const problems = credential.problems.map(
    (problem, index): ProblemNode => ({
      kind: 'problem',
      id: `${id}:problem:${index}:${problem.code}`,
      parent: node,
      problem,
      file: credential.location?.file,
    }),
  );
  const planes = credential.reach.map(
    (reach): PlaneNode => ({ kind: 'plane', id: `${id}:plane:${reach.plane}`, parent: node, reach }),
  );
  const usages: UsagesNode[] =
    uses.length > 0 ? [{ kind: 'usages', id: `${id}:usages`, parent: node, spots: uses }] : [];
  const signIn: SignInNode[] = tested ? [{ kind: 'sign-in', id: `${id}:sign-in`, parent: node }] : [];
  return [...problems, ...signIn, ...planes, ...usages];
}

export const spotsOf = (node: UsagesNode): SpotNode[] =>
  node.spots.map((spot) => ({ kind: 'spot', id: `${node.id}:${spot.uri}:${spot.line}`, parent: node, ...spot }));

/** How many need a look, by their files or by what OCI said. */
export const countUnhealthy = (nodes: readonly OriginNode[], isBad: (credential: Credential) => boolean): number =>
  nodes
    .flatMap(({ children }) => children)
    .filter((node) => {
      if (node.kind === 'credential') return isUnhealthy(node.credential.problems) || isBad(node.credential);
      return node.kind === 'problem' && node.problem.severity !== 'info';
    }).length;
