import { familiesNamed, isGrant, planesGranted } from './grants';
import { nearest } from './nearest';
import { CALLING_TYPES, principalTypesOf } from './principals';
import { resourceType } from './resourceTypes';
import type { PolicyStatement } from './statement';

/** What a whole statement probably does not mean: one sentence each. Placeholders get the benefit of the doubt. */
export function doubts(statement: PolicyStatement): readonly string[] {
  if (!isGrant(statement) || statement.problems.length > 0) return [];
  const ours = familiesNamed(statement).size > 0;
  return [
    ...(ours ? [...grantsNothing(statement), ...workloadInDynamicGroup(statement), ...unknownTypes(statement)] : []),
    ...compartmentWithoutOcid(statement),
  ];
}

/** docs model-permissions.htm: for chat, inspect and read carry no permission. */
function grantsNothing(statement: PolicyStatement): readonly string[] {
  const { verb } = statement.action ?? {};
  const name = statement.resources[0]?.text.toLowerCase() ?? '';
  if (!verb || !resourceType(name)?.useSuffices || planesGranted(statement).size > 0) return [];
  return [`'${verb} ${name}' grants nothing: calling needs 'use'`];
}

function workloadInDynamicGroup({ subject, condition }: PolicyStatement): readonly string[] {
  if (subject?.kind !== 'dynamic-group' || !principalTypesOf(condition)?.includes('workload')) return [];
  return ['no dynamic group holds a workload of OKE: write any-user, with this condition'];
}

function unknownTypes({ condition }: PolicyStatement): readonly string[] {
  const unknown = principalTypesOf(condition)?.filter((type) => !CALLING_TYPES.includes(type)) ?? [];
  return unknown.map((type) => {
    const bare = type.replace(/[-_ ]/g, '').replace('genaiapikey', 'generativeaiapikey');
    const near = CALLING_TYPES.includes(bare) ? bare : nearest(bare, CALLING_TYPES, 3);
    return `'${type}' is no principal type known to call GenAI${near ? `; did you mean '${near}'?` : ': check its spelling'}`;
  });
}

function compartmentWithoutOcid({ location }: PolicyStatement): readonly string[] {
  const { name } = location ?? {};
  if (location?.kind !== 'compartment' || !name?.byId || name.hole) return [];
  // `COMPARTMENT_OCID` and the like are to be filled in.
  if (/^ocid1\.|ocid|^\$|^var\./i.test(name.text)) return [];
  return [`'${name.text}' is no OCID: without 'id' it would be the compartment's name`];
}
