import { HOLE } from '../knowledge/host';
import type { CallExpr, Span } from '../source/program';
import type { Evaluator } from './evaluate';
import { fieldOf } from './member';
import type { ArgValue, ListValue, RecordValue, TextValue, Value, Values } from './value';

const SAME_TEXT =
  /^(?:strip|lstrip|rstrip|lower|upper|trim\w*|toLowerCase|toUpperCase|encode|decode|toString|expandtabs|format_map|read_text|read_bytes|open|resolve|absolute|expanduser)$/;

/** Methods of strings and of paths, which are kept as strings, as far as their result can be told. */
export function textMethod(
  on: Evaluator,
  receiver: TextValue,
  name: string,
  args: readonly ArgValue[],
  call: CallExpr,
): Values {
  if (name === 'lower' || name === 'toLowerCase') return [{ ...receiver, text: receiver.text.toLowerCase() }];
  if (SAME_TEXT.test(name)) return [receiver];
  if (name === 'format' || name === 'formatted') return [filled(receiver, args)];
  if (name === 'replace' || name === 'replaceAll') return [replaced(receiver, args)];
  if (name === 'join') return [joined(on, receiver, args, call)];
  return on.unknown(call.span);
}

/** `"…{region}…".format(region=…)`: each field is a hole, or the text that is known for it. */
export function filled(receiver: TextValue, args: readonly ArgValue[]): TextValue {
  let position = 0;
  const holes: Values[] = [];
  const text = receiver.text.replace(/\{(\w*)(?:[:!][^{}]*)?\}|%[+#-]?[svdq]/g, (_, name: string | undefined) => {
    const named = name !== undefined && name !== '' && !/^\d+$/.test(name);
    const arg = named
      ? args.find((one) => one.name === name)
      : args.filter((one) => one.name === undefined)[position++];
    const [only, more] = arg?.values ?? [];
    if (only?.k === 'text' && !more) {
      holes.push(...only.holes);
      return only.text;
    }
    holes.push(arg?.values ?? []);
    return HOLE;
  });
  return { ...receiver, text, holes };
}

function replaced(receiver: TextValue, args: readonly ArgValue[]): TextValue {
  const [from, to] = args.map((arg) => arg.values[0]);
  if (from?.k !== 'text' || from.text === '') return receiver;
  return { ...receiver, text: receiver.text.split(from.text).join(to?.k === 'text' ? to.text : HOLE) };
}

function joined(on: Evaluator, receiver: TextValue, args: readonly ArgValue[], call: CallExpr): TextValue {
  const list = args[0]?.values[0];
  if (list?.k !== 'list')
    return { k: 'text', origin: on.origin(call.span), text: HOLE, holes: [args[0]?.values ?? []] };
  return joinedBy(on, list.items, receiver.text, call.span);
}

function joinedBy(on: Evaluator, items: readonly Values[], by: string, span: Span): TextValue {
  const holes: Values[] = [];
  const pieces = items.map((item) => {
    const [only, more] = item;
    if (only?.k === 'text' && !more) {
      holes.push(...only.holes);
      return only.text;
    }
    holes.push(item);
    return HOLE;
  });
  return { k: 'text', origin: on.origin(span), text: pieces.join(by), holes };
}

/** Several values in a row; each alternative of the first is an alternative of the whole. */
export function textOf(on: Evaluator, [first = [], ...rest]: readonly Values[], by: string, span: Span): Values {
  return first.map((one) => joinedBy(on, [[one], ...rest], by, span));
}

/** Methods of records and maps that read an entry. */
export function recordMethod(
  on: Evaluator,
  receiver: Value,
  name: string,
  args: readonly ArgValue[],
  call: CallExpr,
): Values {
  if (name === 'copy') return [receiver];
  const listed = receiver.k === 'record' && args.length === 0 ? entriesOf(on, receiver, name, call.span) : undefined;
  if (listed) return [listed];
  const key = args[0]?.values[0];
  if (/^Get(?:Value|Section|RequiredSection)$/.test(name) && key?.k === 'text')
    return fieldOf(on, receiver, key.text, call.span) ?? args[1]?.values ?? on.unknown(call.span, key.text);
  const option = args[1]?.values[0];
  if (name === 'get' && key?.k === 'text' && option?.k === 'text') {
    const [section] = fieldOf(on, receiver, key.text, call.span) ?? [];
    if (section?.k === 'record') return fieldOf(on, section, option.text, call.span) ?? on.unknown(call.span);
  }
  if ((name === 'get' || name === 'pop' || name === 'getOrDefault') && key?.k === 'text') {
    const found = fieldOf(on, receiver, key.text, call.span);
    return found ?? args[1]?.values ?? [{ k: 'const', origin: on.origin(call.span), value: null }];
  }
  return on.unknown(call.span, name);
}

/** `record.values()`, `record.items()`: as far as all entries are seen. */
function entriesOf(on: Evaluator, record: RecordValue, name: string, span: Span): ListValue | undefined {
  const isPairs = name === 'items' || name === 'entries';
  if ((!isPairs && name !== 'values') || record.bases.length > 0) return undefined;
  const origin = on.origin(span);
  const items = [...record.fields].map(([key, values]): Values => {
    if (!isPairs) return values;
    return [{ k: 'list', origin, items: [[{ k: 'text', origin, text: key, holes: [] }], values] }];
  });
  return { k: 'list', origin, items };
}
