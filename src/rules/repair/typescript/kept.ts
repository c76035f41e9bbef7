import type { CredentialFlow } from '../../../flow/credential';
import type { ServiceUse } from '../../../flow/uses';
import { INLINE_PROVIDER, KEY_PROVIDER } from '../../../knowledge/sdks/provider-names';
import { INLINE_REGION_AT } from '../../../knowledge/sdks/typescript-writing';
import type { CallExpr, Program } from '../../../source/program';
import { type Kept, SETS_REGION } from './provider';

export function makerIn({ maker }: CredentialFlow, { origin }: ServiceUse): CallExpr | undefined {
  return maker?.k === 'object' && maker.origin.uri === origin.uri ? maker.call : undefined;
}

const nameOf = ({ callee }: CallExpr): string => (callee.k === 'member' || callee.k === 'name' ? callee.name : '');

/** A session is read from the file and profile of the key; a region given with the key is the clients' own. */
export function keptOf(program: Program, call: CallExpr): Kept {
  const { text } = program;
  if (nameOf(call) === KEY_PROVIDER) {
    const { start, end } = call.argsSpan;
    return { args: text.slice(start + 1, end - 1) };
  }
  const region = nameOf(call) === INLINE_PROVIDER ? call.args[INLINE_REGION_AT]?.value.span : undefined;
  const written = region && text.slice(region.start, region.end);
  return written === undefined || /^(?:undefined|null)$/.test(written) ? {} : { region: written };
}

/** What is kept where a client gets its provider, another place than that of the old one; undefined: a region is lost. */
export function keptAtClient(program: Program, use: ServiceUse): Kept | undefined {
  const names = new Set(
    program.module.block().stmts.flatMap((stmt) => {
      if (stmt.k === 'import') return stmt.names.flatMap(({ local }) => local ?? []);
      return stmt.k === 'bind' && stmt.target.k === 'name' ? [stmt.target.name] : [];
    }),
  );
  const isSeen = (text: string): boolean =>
    [...text.replace(/'[^'\n]*'|"[^"\n]*"/g, '').matchAll(/(?<![\w.])[A-Za-z_$][\w$]*/g)].every(
      ([name]) => ANYWHERE.test(name) || names.has(name),
    );
  const kept = use.flows.map((flow) => {
    const call = makerIn(flow, use);
    return call ? keptOf(program, call) : {};
  });
  const args = kept.map((one) => one.args).find((one) => one !== undefined && isSeen(one));
  const region = kept.map((one) => one.region).find((one) => one !== undefined);
  if (region !== undefined && !isSeen(region)) return SETS_REGION.test(program.text) ? { args } : undefined;
  return { args, region };
}

const ANYWHERE = /^(?:undefined|null|process)$/;
