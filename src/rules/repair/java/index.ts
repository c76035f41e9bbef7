import type { ServiceUse } from '../../../flow/uses';
import {
  JAVA_BASIC,
  JAVA_CLOSE,
  JAVA_NARROW,
  JAVA_NARROW_GETTERS,
  JAVA_PROVIDERS,
  JAVA_READERS,
} from '../../../knowledge/sdks/java-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { nameBefore, reachedBy } from '../declared';
import { applied, blockEnd, breakOf, indentAt, occurrences, wholeLines } from '../edits';
import { signConnection } from './connection';
import { deadInputs } from './dead';
import { JavaModule } from './module';
import { catchesIo, type Declaration, declarationOf } from './place';
import { classOf, endsItself, provider, providerFor, regionOf } from './provider';
import { signRequest } from './signing';

/** The edits that make a client or request use another method; undefined where the result would not compile. */
export function switchJava(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request') return signed(new JavaModule(program), use, target);
  if (!use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const makers = use.flows.flatMap(({ maker }) =>
    maker?.k === 'object' && maker.origin.uri === use.origin.uri && maker.call ? [maker.call] : [],
  );
  const isHere = makers.length > 0 && makers.length === use.flows.length;
  return (isHere ? atMakers(program, use, makers, target) : undefined) ?? atClient(program, use, makers, target);
}

/** By the client that sends. */
const signed: typeof signRequest = (module, use, target) =>
  (use.path.startsWith('java.net.URL.') ? signConnection : signRequest)(module, use, target);

/** The providers give way where they are made, and the types that they go through, if those are too narrow. */
function atMakers(
  program: Program,
  use: ServiceUse,
  makers: readonly CallExpr[],
  target: Target,
): TextEdit[] | undefined {
  const { text } = program;
  const module = new JavaModule(program);
  const edits: TextEdit[] = [];
  for (const maker of makers) {
    const reads = JAVA_READERS.has(classOf(maker));
    const caught = reads && catchesIo(text, maker.span);
    const throws = target === 'session-token' || target === 'by-environment';
    if (throws ? !reads && target === 'session-token' : caught) return undefined;
    const given = providerFor(module, use, target, { throws: caught, maker });
    if (given === undefined) return undefined;
    edits.push({ span: maker.span, text: given }, ...deadInputs(text, maker));
    if (target !== 'session-token' || !endsItself(text)) continue;
    const declared = declarationOf(text, maker.span);
    const closed = declared && closing(text, declared, maker);
    if (!closed) return undefined;
    edits.push(closed);
  }
  const types = typesAround(module, makers, target);
  const whole = types && distinct([...edits, ...types]);
  return whole && [...whole, ...module.edits(applied(text, whole))];
}

/** A session is a provider of the user's own too; a principal is none. */
function typesAround(module: JavaModule, makers: readonly CallExpr[], target: Target): TextEdit[] | undefined {
  const own = [...new Set(makers.map(classOf))].filter((name) => name !== '');
  const types = target === 'session-token' ? own : [...own, JAVA_NARROW];
  const getters = new RegExp(`(?:${JAVA_NARROW_GETTERS.join('|')})\\(`);
  const spans = types.map((type) => type.slice(type.lastIndexOf('.') + 1));
  const reached = reachedBy(
    module.program.text,
    makers.map(({ span }) => span),
    { types: spans, getters: target === 'session-token' ? /(?!)/ : getters },
  );
  if (!reached || reached.length === 0) return reached && [];
  const isPlain = makers.every((maker) => regionOf(module.program.text, maker) === undefined);
  const one = target !== 'by-environment' && isPlain && (reached.length === 1 || target === 'session-token');
  const wide = module.name(one ? JAVA_PROVIDERS[target] : JAVA_BASIC);
  return reached.map((span) => ({ span: withPackage(module.program.text, span), text: wide }));
}

/** A type that is written with its package. */
const withPackage = (text: string, { start, end }: Span): Span => ({
  start: start - nameBefore(text, start).length,
  end,
});

const distinct = (edits: readonly TextEdit[]): TextEdit[] => [
  ...new Map(edits.map((edit) => [`${edit.span.start} ${edit.span.end} ${edit.text}`, edit])).values(),
];

/** The client is given another provider, and what nobody needs then goes. */
function atClient(
  program: Program,
  use: ServiceUse,
  makers: readonly CallExpr[],
  target: Target,
): TextEdit[] | undefined {
  const { text } = program;
  const given = use.call.args[0]?.value.span;
  if (!given || target === 'session-token' || catchesIo(text, given)) return undefined;
  const module = new JavaModule(program);
  const made = provider(module, use, target, { throws: false });
  if (made === undefined) return undefined;
  const edits: TextEdit[] = [{ span: given, text: made }];
  const [maker, more] = makers;
  const isName = /^[\w.]+$/.test(text.slice(given.start, given.end));
  const declared = maker && !more ? declarationOf(text, maker.span) : undefined;
  // What the variable holds would still be made, where no key is.
  if (isName && !declared?.isLocal) return undefined;
  if (maker && !more && staysMade(text, maker.span, given)) return undefined;
  if (maker && declared && !namedOnlyBy(text, declared, given)) {
    if (!clientsOnly(text, declared)) return undefined;
  } else if (maker && declared) {
    const lines = wholeLines(text, { start: declared.start, end: semicolonBehind(text, maker.span.end) });
    if (!lines || catchesIo(text, maker.span)) return undefined;
    edits.push({ span: lines, text: '' }, ...deadInputs(text, maker));
  }
  return [...edits, ...module.edits(applied(text, edits))];
}

/**
 * Whether the key's provider is still made, where no key is: kept by a field, or handed to something. One that a function
 * gives back is made only for who calls it.
 */
function staysMade(text: string, { start, end }: Span, given: Span): boolean {
  if (given.start <= start && end <= given.end) return false;
  const declared = declarationOf(text, { start, end });
  return declared ? !declared.isLocal : !/(?:\breturn|\byield|->)\s*$/.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether only this place names a variable of a method. */
function namedOnlyBy(text: string, { name, start }: Declaration, { start: from, end: to }: Span): boolean {
  const end = blockEnd(text, start);
  const rest = from > start && to < end ? text.slice(start, from) + text.slice(to, end) : text.slice(start, end);
  return occurrences(rest, name) === 1;
}

/** Whether a variable is given to clients only, which have fixes of their own. */
function clientsOnly(text: string, { name, start }: Declaration): boolean {
  const rest = text.slice(start, blockEnd(text, start));
  const given = rest.match(new RegExp(`(?:\\.build|Client)\\(${name}\\)`, 'g'))?.length ?? 0;
  return occurrences(rest, name) === given + 1;
}

function closing(text: string, declared: Declaration, maker: CallExpr): TextEdit | undefined {
  const end = semicolonBehind(text, maker.span.end);
  const knows = declared.type === 'var' || declared.type.endsWith(classOf(maker));
  if (!declared.isLocal || !knows || text[end - 1] !== ';') return undefined;
  const line = breakOf(text) + indentAt(text, declared.start);
  return { span: { start: end, end }, text: `${line}// ${JAVA_CLOSE}${line}${declared.name}.close();` };
}

function semicolonBehind(text: string, end: number): number {
  const found = /^\s*;/.exec(text.slice(end, end + 200));
  return found ? end + found[0].length : end;
}
