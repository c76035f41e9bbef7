import { type Cursor, isName } from './cursor';
import type { Condition, Operator, Value } from './statement';
import type { Span } from './token';

/** Deeper nesting than any policy has; guards the stack against hostile text. */
const MAX_DEPTH = 40;

/** What stands behind `where`, and a dynamic group's matching rule: `all|any {…}` or one test. */
export function readCondition(cursor: Cursor, depth = 0): Condition {
  const start = cursor.token.span.start;
  if (depth > MAX_DEPTH) {
    cursor.problem('too-deep', 'conditions are nested too deeply');
    cursor.skipTo();
    return { kind: 'unknown', span: cursor.spanFrom(start) };
  }
  const branching = cursor.isWord('all', 'any') && cursor.peek(1).text === '{';
  const kind = branching && cursor.next().text.toLowerCase() === 'any' ? 'any' : 'all';
  if (cursor.isPunct('{')) return readBranches(cursor, kind, start, depth);
  if (cursor.token.hole && !startsTest(cursor)) {
    cursor.next();
    return { kind: 'unknown', span: cursor.spanFrom(start) };
  }
  return readTest(cursor);
}

/** A placeholder followed by an operator is a variable; alone it stands for a whole condition. */
function startsTest(cursor: Cursor): boolean {
  const after = cursor.peek(1);
  if (after.kind === 'punct') return after.text === '=' || after.text === '!=';
  return after.kind === 'word' && ['in', 'not', 'before', 'after', 'between'].includes(after.text.toLowerCase());
}

function readBranches(cursor: Cursor, kind: 'all' | 'any', start: number, depth: number): Condition {
  const open = cursor.next();
  const items: Condition[] = [];
  while (!cursor.done && !cursor.isPunct('}')) {
    const before = cursor.token;
    items.push(readCondition(cursor, depth + 1));
    if (cursor.isWord('and', 'or', '&&', '||')) {
      const word = cursor.token.text;
      const fix = /^(?:and|&&)$/i.test(word) ? 'all' : 'any';
      cursor.problem('no-and-or', `policies have no '${word}': separate conditions with commas inside ${fix} {…}`);
      cursor.next();
    } else if (!cursor.takePunct(',') && !cursor.isPunct('}') && !cursor.done) {
      cursor.problem('missing-comma', `a comma is missing before '${cursor.token.text}'`);
    }
    if (cursor.token === before) cursor.next();
  }
  if (!cursor.takePunct('}')) cursor.problem('missing-brace', "the '{' of this condition is never closed", open.span);
  const span = cursor.spanFrom(start);
  if (items.length === 0) cursor.problem('empty-condition', `${kind} {} holds no condition`, span);
  return { kind, items, span };
}

function readTest(cursor: Cursor): Condition {
  const start = cursor.token.span.start;
  if (cursor.token.kind !== 'word') {
    cursor.problem('missing-variable', 'a variable such as request.principal.type is missing here');
    if (!cursor.isPunct('}')) cursor.next();
    return { kind: 'unknown', span: cursor.spanFrom(start) };
  }
  const variable = cursor.next();
  const operator = readOperator(cursor) ?? (isBareTag(variable.text) ? 'present' : undefined);
  if (!operator) {
    cursor.problem(
      'missing-operator',
      `after '${variable.text}' an operator is missing: =, !=, in (…), not in (…), before, after, between`,
    );
    while (!cursor.done && !cursor.isPunct(',') && !cursor.isPunct('}')) cursor.next();
    return { kind: 'unknown', span: cursor.spanFrom(start) };
  }
  const values = operator === 'present' ? [] : readValues(cursor, operator);
  const span = cursor.spanFrom(start);
  return { kind: 'test', variable: variable.text.toLowerCase(), variableSpan: variable.span, operator, values, span };
}

function readOperator(cursor: Cursor): Operator | undefined {
  if (cursor.takePunct('=')) {
    if (cursor.isPunct('=')) {
      cursor.problem('double-equals', "equality is a single '=' in policies");
      cursor.next();
    }
    return '=';
  }
  if (cursor.takePunct('!=')) return '!=';
  if (cursor.takeWord('in')) return 'in';
  if (cursor.isWord('not') && cursor.peek(1).text.toLowerCase() === 'in') {
    cursor.next();
    cursor.next();
    return 'not in';
  }
  if (cursor.takeWord('before')) return 'before';
  if (cursor.takeWord('after')) return 'after';
  if (cursor.takeWord('between')) return 'between';
  return undefined;
}

/** A matching rule may name a tag and nothing more. */
const isBareTag = (variable: string): boolean => /^tag\./i.test(variable);

function readValues(cursor: Cursor, operator: Operator): readonly Value[] {
  if (operator === 'in' || operator === 'not in') return readList(cursor, operator);
  const first = readValue(cursor);
  if (operator !== 'between') return first ? [first] : [];
  if (!cursor.takeWord('and')) cursor.problem('missing-and', "'between' takes two values joined by 'and'");
  const second = readValue(cursor);
  return [first, second].filter((value) => value !== undefined);
}

function readList(cursor: Cursor, operator: Operator): readonly Value[] {
  if (cursor.token.hole && !cursor.isPunct('(')) {
    const only = readValue(cursor);
    return only ? [only] : [];
  }
  if (!cursor.takePunct('(')) cursor.problem('missing-paren', `'${operator}' takes a list in round brackets`);
  const values: Value[] = [];
  while (!cursor.done && !cursor.isPunct(')') && !cursor.isPunct('}')) {
    const value = readValue(cursor);
    if (value) values.push(value);
    else cursor.next();
    cursor.takePunct(',');
  }
  if (!cursor.takePunct(')')) cursor.problem('missing-paren', 'the list is never closed');
  return values;
}

function readValue(cursor: Cursor): Value | undefined {
  const { token } = cursor;
  if (token.kind === 'pattern') {
    cursor.next();
    return { kind: 'pattern', text: token.text, hole: token.hole, span: token.span };
  }
  if (!isName(token)) {
    cursor.problem('missing-value', "a value is missing here, for example 'workload'");
    return undefined;
  }
  cursor.next();
  const kind = token.kind === 'word' && !token.hole && isVariable(token.text) ? 'variable' : 'text';
  return { kind, text: token.text, hole: token.hole, span: token.span };
}

const isVariable = (text: string): boolean => /^(?:request|target|instance|resource)\./i.test(text);

/** Every test in a condition, whatever its nesting. */
export function* testsOf(condition: Condition): Iterable<Extract<Condition, { kind: 'test' }>> {
  if (condition.kind === 'test') yield condition;
  if (condition.kind === 'all' || condition.kind === 'any') for (const item of condition.items) yield* testsOf(item);
}

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;
