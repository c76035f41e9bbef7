import { familiesNamed, isGrant, planesGranted } from './grants';
import { nearest } from './nearest';
import { CALLING_TYPES, principalTypesOf, reaches } from './principals';
import { resourceType } from './resourceTypes';
import type { PolicyStatement } from './statement';

/** What a whole statement probably does not mean: one sentence each. Placeholders get the benefit of the doubt. */
export function doubts(statement: PolicyStatement): readonly string[] {
  if (!isGrant(statement) || statement.problems.length > 0) return [];
  const ours = familiesNamed(statement).size > 0;
  return [
    ...(ours
      ? [
          ...grantsNothing(statement),
          ...workloadInDynamicGroup(statement),
          ...unknownTypes(statement),
          ...keyWhereNoneIsRead(statement),
        ]
      : []),
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

/** What every type of principal that the condition lets in is refused, no policy opens. */
function keyWhereNoneIsRead(statement: PolicyStatement): readonly string[] {
  const types = principalTypesOf(statement.condition);
  const planes = [...planesGranted(statement)];
  if (!types?.every((type) => type === 'generativeaiapikey') || planes.length === 0) return [];
  if (planes.some((plane) => reaches(types, plane))) return [];
  return ['nobody can use this: these calls take signatures, and no GenAI API key'];
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
