import type { ServiceUse } from '../../../flow/uses';
import {
  JAVA_BASIC,
  JAVA_CHOOSER,
  JAVA_CLOSE,
  JAVA_NARROW,
  JAVA_NARROW_GETTERS,
  JAVA_PROVIDERS,
  JAVA_READERS,
  javaChooserOf,
  makeJava,
} from '../../../knowledge/sdks/java-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, breakOf, indentAt, occurrences, suffixOf, wholeLines } from '../edits';
import { deadInputs } from './dead';
import { JavaModule } from './module';
import { blockEnd, catchesIo, type Declaration, declarationOf } from './place';

/** The edits that give a client of the SDK another provider; undefined where the result would not compile. */
export function switchJava(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request' || !use.fact.auth.some((rule) => rule.as === 'signer')) return undefined;
  const [flow, more] = use.flows;
  const maker = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const single = maker && !more ? maker : undefined;
  return (single && atMaker(program, use, single, target)) ?? atClient(program, use, single, target);
}

/** The provider gives way to another where it is made, and the type that it is declared with, if that is too narrow. */
function atMaker(program: Program, use: ServiceUse, maker: CallExpr, target: Target): TextEdit[] | undefined {
  const { text } = program;
  const reads = JAVA_READERS.has(classOf(maker));
  const throws = target === 'session-token' || target === 'by-environment';
  if (throws ? !reads && target === 'session-token' : reads && catchesIo(text, maker.span)) return undefined;
  const module = new JavaModule(program);
  const given = provider(module, use, target, {
    throws: reads && catchesIo(text, maker.span),
    args: argumentsOf(text, maker),
  });
  if (given === undefined) return undefined;
  const declared = declarationOf(text, maker.span);
  const edits: TextEdit[] = [{ span: maker.span, text: given }];
  if (declared && isNarrow(declared.type, maker, target))
    edits.push({
      span: declared.typeSpan,
      text: module.name(target === 'by-environment' ? JAVA_BASIC : JAVA_PROVIDERS[target]),
    });
  if (target === 'session-token' && endsItself(text)) {
    const closed = declared && closing(text, declared, maker);
    if (!closed) return undefined;
    edits.push(closed);
  }
  return fits(module, maker, target, [...edits, ...deadInputs(text, maker)]);
}

/** The client is given another provider, and what nobody needs then goes. */
function atClient(
  program: Program,
  use: ServiceUse,
  maker: CallExpr | undefined,
  target: Target,
): TextEdit[] | undefined {
  const { text } = program;
  const given = use.call.args[0]?.value.span;
  if (!given || target === 'session-token' || catchesIo(text, given)) return undefined;
  const module = new JavaModule(program);
  const made = provider(module, use, target, { throws: false, args: '' });
  if (made === undefined) return undefined;
  const edits: TextEdit[] = [{ span: given, text: made }];
  if (maker && staysMade(text, maker.span, given)) return undefined;
  const declared = maker && declarationOf(text, maker.span);
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

/** The edits with the imports they need, unless a type is left that the new provider has not. */
function fits(module: JavaModule, maker: CallExpr, target: Target, edits: readonly TextEdit[]): TextEdit[] | undefined {
  const after = applied(module.program.text, edits);
  const body = module.body(after);
  const narrow = [classOf(maker), ...(target === 'session-token' ? [] : [JAVA_NARROW])];
  if (narrow.some((type) => type !== '' && new RegExp(`(?<!\\bnew )(?<!\\w)${type}(?=[\\s>,)\\[])`).test(body)))
    return undefined;
  if (target !== 'session-token' && JAVA_NARROW_GETTERS.some((name) => body.includes(`.${name}(`))) return undefined;
  return [...edits, ...module.edits(after)];
}

interface Circumstances {
  /** Whether callers take care of an `IOException`. */
  readonly throws: boolean;
  readonly args: string;
}

function provider(module: JavaModule, use: ServiceUse, target: Target, around: Circumstances): string | undefined {
  const name = (path: string): string => module.name(path);
  if (target !== 'by-environment') return makeJava(target, name, around.args);
  const { text } = module.program;
  const type = `${JAVA_CHOOSER}${suffixOf(use.origin.uri)}`;
  const there = new RegExp(`class ${type} [^]*? choose\\(\\)( throws)?`).exec(text);
  if (there) return Boolean(there[1]) === around.throws ? `${type}.choose()` : undefined;
  module.addClass(javaChooserOf({ type, throws: around.throws, ends: endsItself(text) }, name, module.unit));
  return `${type}.choose()`;
}

const endsItself = (text: string): boolean => /\bvoid main\(/.test(text);

/** The class that a constructor or the head of a builder names. */
function classOf({ callee, isNew }: CallExpr): string {
  if (isNew) return callee.k === 'member' || callee.k === 'name' ? callee.name : '';
  return /\b(\w+Provider)\b/.exec(callee.k === 'member' ? textOf(callee) : '')?.[1] ?? '';
}

function textOf(expr: CallExpr['callee']): string {
  if (expr.k === 'name') return expr.name;
  if (expr.k === 'call') return textOf(expr.callee);
  return expr.k === 'member' ? `${textOf(expr.object)}.${expr.name}` : '';
}

/** A session is read from the file and profile that the key was read from. */
const argumentsOf = (text: string, { argsSpan }: CallExpr): string => {
  const written = text.slice(argsSpan.start, argsSpan.end);
  return written.startsWith('(') && written.endsWith(')') ? written.slice(1, -1) : '';
};

/** A session is a provider of the user's own too; a principal is none. */
function isNarrow(type: string, maker: CallExpr, target: Target): boolean {
  const own = type.slice(type.lastIndexOf('.') + 1);
  return own === classOf(maker) || (own === JAVA_NARROW && target !== 'session-token');
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
