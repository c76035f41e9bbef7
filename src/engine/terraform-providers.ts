import type { ProviderFact } from '../advisor';
import { bindsOfMember, visitExpr } from '../flow/scopes';
import { TERRAFORM_INPUTS, TERRAFORM_PROVIDER } from '../knowledge/environment';
import type { Point, Program, RecordExpr } from '../source/program';
import { Lines } from './lines';

/** The blocks of a file of Terraform that configure OCI's provider. */
export function providersIn(uri: string, program: Program): ProviderFact[] {
  const { kind, name, chosenBy } = TERRAFORM_PROVIDER;
  const lines = new Lines(program.text);
  return bindsOfMember(program.module.block(), kind, name).flatMap(({ stmt: { value }, at }) => {
    if (value.k !== 'record' || value.type?.k !== 'name' || value.type.name !== kind) return [];
    const chosen = value.entries.some(({ key = '' }) => chosenBy.includes(key) || TERRAFORM_INPUTS.includes(key));
    const variables = chosen ? variablesIn(value, at) : TERRAFORM_INPUTS;
    return [{ uri, line: lines.at(value.span.start), variables }];
  });
}

function variablesIn(block: RecordExpr, at: Point): string[] {
  const found = new Set<string>();
  visitExpr(block, at, {
    expr: (one) => {
      if (one.k === 'member' && one.object.k === 'name' && one.object.name === 'var') found.add(one.name);
    },
  });
  return [...found];
}
