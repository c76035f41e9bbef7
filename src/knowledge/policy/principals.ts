import { acceptance } from '../acceptance';
import type { Method } from '../method';
import type { Plane } from '../plane';
import { PRINCIPAL_TYPES } from './matchingRule';
import type { Condition, Test } from './statement';

/** `request.principal.type` values that are no resource's (docs add-api-permission.htm, OKE workload page). */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  generativeaiapikey: 'GenAI API keys',
  workload: 'workloads of OKE',
  instance: 'instances',
  user: 'users',
  service: 'services',
};

/** Every principal type that is known to call GenAI. */
export const CALLING_TYPES: readonly string[] = [...Object.keys(OTHER_TYPES), ...Object.keys(PRINCIPAL_TYPES)];

/** The types that a condition asks for; undefined where it leaves the type open. */
export function principalTypesOf(condition: Condition | undefined): readonly string[] | undefined {
  switch (condition?.kind) {
    case 'test':
      return typesOfTest(condition);
    case 'all':
      return condition.items.map(principalTypesOf).find((types) => types !== undefined);
    case 'any': {
      const each = condition.items.map(principalTypesOf);
      return each.length > 0 && each.every((types) => types !== undefined) ? each.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function typesOfTest({ variable, operator, values }: Test): readonly string[] | undefined {
  if (variable !== 'request.principal.type' || (operator !== '=' && operator !== 'in')) return undefined;
  const literal = values.every((value) => value.kind === 'text' && !value.hole);
  return literal && values.length > 0 ? values.map(({ text }) => text.toLowerCase()) : undefined;
}

/** How a type proves itself: a key as a key, every other one by a signature. */
const methodOf = (type: string): Method =>
  type === 'generativeaiapikey'
    ? 'genai-api-key'
    : type === 'workload'
      ? 'oke-workload-identity'
      : 'resource-principal';

/** Whether one of these principals can reach the plane at all, whatever a policy grants. */
export const reaches = (types: readonly string[] | undefined, plane: Plane): boolean =>
  types === undefined || types.some((type) => acceptance(methodOf(type), plane).verdict !== 'refused');
