import type { ServiceUse } from '../flow/uses';
import { acceptance, type Verdict } from '../knowledge/acceptance';
import { METHOD_FACTS, type Method } from '../knowledge/method';
import { PLANE_FACTS } from '../knowledge/plane';
import { type Right, rightsForAll } from '../knowledge/policy';

const MARKS: Readonly<Record<Verdict, string>> = { works: '✓', discouraged: '△', refused: '✗' };

const isMethod = (method: ServiceUse['flows'][number]['method']): method is Method =>
  method !== 'none' && method !== 'unknown';

const methodsOf = (use: ServiceUse): readonly Method[] => [
  ...new Set(use.flows.map(({ method }) => method).filter(isMethod)),
];

/**
 * What is worth knowing of a place that reaches OCI: plane and region, each method with its verdict, the rights needed.
 * A reason that a message at the same place gives is not said twice.
 */
export function useAsMarkdown(
  use: ServiceUse,
  operations: readonly string[],
  messages: readonly string[] = [],
): string {
  const { label } = PLANE_FACTS[use.plane];
  const region = use.endpoint?.region ? ` in \`${use.endpoint.region}\`` : '';
  const lines = [`**${label[0]?.toUpperCase()}${label.slice(1)}**${region}`, ''];
  const methods = methodsOf(use);
  for (const method of methods) {
    const { verdict, reason } = acceptance(method, use.plane);
    const why = messages.some((message) => message.includes(reason)) ? '' : `, ${reason}`;
    lines.push(`${MARKS[verdict]} ${METHOD_FACTS[method].label}: **${verdict}**${why}`, '');
  }
  if (methods.length === 0) lines.push('The credential that arrives here cannot be told from the code.', '');
  const rights = methods.includes('idcs-oauth') ? [] : rightsNeeded(use, operations);
  if (rights.length > 0) lines.push(`Policy: ${rights.map(({ verb, type }) => `\`${verb} ${type}\``).join(', ')}`);
  return lines.join('\n').trimEnd();
}

/** One line, for a code lens. */
export function useAsLine(use: ServiceUse): string {
  const methods = methodsOf(use);
  const told = methods.map((method) => `${METHOD_FACTS[method].label} ${MARKS[acceptance(method, use.plane).verdict]}`);
  return [PLANE_FACTS[use.plane].label, use.endpoint?.region, told.join(' or ') || 'credential unknown']
    .filter(Boolean)
    .join(' · ');
}

function rightsNeeded({ plane }: ServiceUse, operations: readonly string[]): readonly Right[] {
  const rights = rightsForAll(plane, operations);
  return rights.filter((one, at) => rights.findIndex((two) => two.type === one.type && two.verb === one.verb) === at);
}
