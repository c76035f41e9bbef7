import type { ServiceUse } from '../../../flow/uses';
import { HOLE } from '../../../knowledge/host';
import { IDENTITY_KEYS } from '../../../knowledge/sdks/python-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Arg, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { insertedArgument, separatorBehind } from '../edits';
import type { Names } from './code';
import type { PythonModule } from './module';
import { named, positional, profileOf, signer } from './signer';

/** `Client(config, …)` becomes `Client({}, signer=…, …)`. */
export function native(module: PythonModule, names: Names, use: ServiceUse, target: Target): TextEdit[] {
  const { call } = use;
  const config = named(call, 'config') ?? positional(call, 0);
  const given = named(call, 'signer');
  const expression = signer(module, target, profileOf(use));
  const edits: TextEdit[] = given ? [{ span: given.value.span, text: expression }] : [];
  const region = module.quoted(regionOf(use));
  const { text } = module.program;
  if (!config)
    return [...edits, insertedArgument(text, call, `config=${region}${given ? '' : `, signer=${expression}`}`)];
  const addition = given ? '' : `${separatorBehind(text, call, config)}signer=${expression}`;
  const kept = staysNamed(names, config) ? textAt(module, config.value.span) : region;
  return [...edits, { span: config.value.span, text: kept + addition }];
}

const textAt = ({ program }: PythonModule, { start, end }: Span): string => program.text.slice(start, end);

/** An attribute is others' to read too; a variable stays where the code sets more than an identity in it. */
function staysNamed(names: Names, { value }: Arg): boolean {
  if (value.k === 'member') return true;
  if (value.k !== 'name') return false;
  const key = names.variable(value.name, value.span.start);
  return names.sets(key).some((set) => set === undefined || !IDENTITY_KEYS.has(set));
}

/** The config that stays: a region that the code names is kept, all identity goes. */
function regionOf(use: ServiceUse): string {
  for (const { maker } of use.flows) {
    const region = maker?.k === 'record' ? maker.fields.get('region')?.[0] : undefined;
    if (region?.k === 'text' && !region.text.includes(HOLE)) return `{"region": "${region.text}"}`;
  }
  return '{}';
}
