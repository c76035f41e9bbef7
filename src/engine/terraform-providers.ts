import type { ProviderFact } from '../advisor';
import { bindsOfMember, visitExpr } from '../flow/scopes';
import { TERRAFORM_INPUTS, TERRAFORM_PROVIDER, TERRAFORM_VALUES } from '../knowledge/environment';
import type { Point, Program, RecordExpr } from '../source/program';
import { Lines } from './lines';

/** Where Terraform's OCI provider gets its credentials, by the files of a workspace. */
export class TerraformProviders {
  private readonly blocks: ProviderFact[] = [];
  private readonly values = new Map<string, readonly string[]>();

  look(uri: string, program: Program): void {
    this.blocks.push(...providersIn(uri, program));
    if (TERRAFORM_VALUES.test(uri)) this.values.set(uri, valuesIn(program));
  }

  /** Without the inputs that files beside a block set: those win over the environment. */
  found(): ProviderFact[] {
    return this.blocks.map((one) => {
      const beside = [...this.values].filter(([uri]) => folderOf(uri) === folderOf(one.uri));
      const set = new Set(beside.flatMap(([, names]) => names));
      return { ...one, variables: one.variables.filter((name) => !set.has(name)) };
    });
  }
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

const valuesIn = (program: Program): string[] =>
  program.module
    .block()
    .stmts.flatMap((stmt) => (stmt.k === 'bind' && stmt.target.k === 'member' ? [stmt.target.name] : []));

/** The blocks of a file that configure the provider. */
function providersIn(uri: string, program: Program): ProviderFact[] {
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
