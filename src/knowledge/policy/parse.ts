import { readCondition } from './condition';
import { Cursor, isName, readName } from './cursor';
import type { Action, Location, Name, PolicyStatement, StatementKind, Subject, SubjectKind, Verb } from './statement';
import { tokenize } from './token';
import { nearestVerb, VERBS } from './verbs';

/*
 * Grammar: docs.oracle.com Identity/Concepts/policysyntax.htm, policysyntax/conditions.htm,
 * cross-tenancy statements (define, endorse, admit) and deny policies. Keywords in any case, spare space is free.
 */
const KINDS: readonly StatementKind[] = ['allow', 'deny', 'endorse', 'admit', 'define'];
const NAMED_SUBJECTS: readonly SubjectKind[] = ['group', 'dynamic-group', 'service', 'resource'];
const ANY_SUBJECTS: readonly SubjectKind[] = ['any-user', 'any-group'];
const PART_STARTS = ['to', 'in', 'where'];

/** Reads one statement. Never throws; what it could not read is in `problems`. */
export function parseStatement(text: string): PolicyStatement {
  const cursor = new Cursor(tokenize(text));
  const start = cursor.token.span.start;
  const kind = KINDS.find((word) => cursor.takeWord(word));
  if (!kind) {
    cursor.problem('not-a-statement', `a statement begins with Allow, Deny, Endorse, Admit or Define`);
    return { kind: 'allow', span: { start, end: text.length }, resources: [], problems: cursor.problems };
  }
  return kind === 'define' ? readDefinition(cursor, start) : readGrant(cursor, kind, start);
}

function readDefinition(cursor: Cursor, start: number): PolicyStatement {
  const noun = isName(cursor.token) ? cursor.next().text.toLowerCase() : '';
  const name = readName(cursor, 'the name that this defines');
  if (!cursor.takeWord('as')) cursor.problem('missing-as', "'as' and an OCID must follow the defined name");
  const ocid = name && readName(cursor, 'the OCID');
  reportRest(cursor);
  const definition = name && { noun, name, ocid };
  return { kind: 'define', span: cursor.spanFrom(start), resources: [], definition, problems: cursor.problems };
}

function readGrant(cursor: Cursor, kind: StatementKind, start: number): PolicyStatement {
  const subject = readSubject(cursor);
  if (!cursor.takeWord('to')) {
    const atVerb = cursor.isWord(...VERBS);
    cursor.problem('missing-to', `'to' is missing before the verb${atVerb ? '' : spacesHint(cursor, subject)}`);
    if (!atVerb) cursor.skipTo(...PART_STARTS);
    cursor.takeWord('to');
  }
  const action = readAction(cursor);
  const resources = readResources(cursor, action);
  const location = readLocation(cursor, kind);
  const pair = action?.associate ? readAssociation(cursor, kind) : [];
  const condition = cursor.takeWord('where') ? readCondition(cursor) : undefined;
  reportRest(cursor);
  return {
    kind,
    span: cursor.spanFrom(start),
    subject,
    action,
    resources: [...resources, ...pair],
    location,
    condition,
    problems: cursor.problems,
  };
}

const spacesHint = (cursor: Cursor, subject: Subject | undefined): string =>
  subject && isName(cursor.token) ? '; quote a name that holds spaces' : '';

function reportRest(cursor: Cursor): void {
  if (cursor.takePunct(',') && cursor.done) return;
  if (!cursor.done) cursor.problem('trailing-text', `'${cursor.token.text}' does not belong in this statement`);
}

function readSubject(cursor: Cursor): Subject | undefined {
  const start = cursor.token.span.start;
  const any = ANY_SUBJECTS.find((word) => cursor.takeWord(word));
  if (any) return { kind: any, names: [], tenancy: readOfTenancy(cursor), span: cursor.spanFrom(start) };
  const named = NAMED_SUBJECTS.find((word) => cursor.takeWord(word));
  if (named) {
    const names = readNames(cursor, named);
    return { kind: named, names, tenancy: readOfTenancy(cursor), span: cursor.spanFrom(start) };
  }
  if (cursor.token.hole) {
    while (!cursor.done && !cursor.isWord(...PART_STARTS)) cursor.next();
    return { kind: 'unknown', names: [], span: cursor.spanFrom(start) };
  }
  const found = cursor.done ? 'a subject is missing here' : `'${cursor.token.text}' is no subject`;
  cursor.problem('unknown-subject', `${found}: use any-group, any-user, group, dynamic-group or service`);
  cursor.skipTo(...PART_STARTS);
  return undefined;
}

function readNames(cursor: Cursor, kind: SubjectKind): readonly Name[] {
  const names: Name[] = [];
  const { text: after } = cursor.peek(1);
  if (cursor.isWord('of', 'to') && after !== ',' && after.toLowerCase() !== 'to') {
    // `admit group of tenancy T` names no group.
    if (cursor.isWord('to')) cursor.problem('missing-name', `the ${kind}'s name is missing here`);
    return names;
  }
  do {
    cursor.takeWord(kind);
    const name = readName(cursor, `the ${kind}'s name`);
    if (name) names.push(name);
    // `resource <service> <type> <name>` has several words for one principal.
    while (kind === 'resource' && isName(cursor.token) && !cursor.isWord('to', 'of')) cursor.next();
  } while (cursor.takePunct(','));
  return names;
}

function readOfTenancy(cursor: Cursor): Name | undefined {
  if (!cursor.takeWord('of')) return undefined;
  if (cursor.takeWord('any-tenancy')) return undefined;
  if (!cursor.takeWord('tenancy')) cursor.problem('missing-tenancy', "'of' is followed by 'tenancy' and its alias");
  return readName(cursor, 'the tenancy');
}

function readAction(cursor: Cursor): Action | undefined {
  const { token } = cursor;
  const start = token.span.start;
  if (cursor.isPunct('{'))
    return { permissions: readPermissions(cursor), associate: false, span: cursor.spanFrom(start) };
  if (cursor.takeWord('associate')) return { permissions: [], associate: true, span: token.span };
  if (token.kind !== 'word') {
    cursor.problem('missing-verb', 'a verb is missing here: inspect, read, use or manage');
    return undefined;
  }
  cursor.next();
  const verb = VERBS.find((word) => word === token.text.toLowerCase()) as Verb | undefined;
  if (!verb && !token.hole) {
    const near = nearestVerb(token.text);
    const advice = near ? `did you mean '${near}'?` : 'the verbs are inspect, read, use and manage';
    cursor.problem('unknown-verb', `'${token.text}' is no verb: ${advice}`, token.span);
  }
  return { verb, permissions: [], associate: false, span: token.span };
}

function readPermissions(cursor: Cursor): readonly Name[] {
  const open = cursor.next();
  const names: Name[] = [];
  while (!cursor.done && !cursor.isPunct('}') && !cursor.isWord('in')) {
    const name = readName(cursor, 'a permission');
    if (name) names.push(name);
    else cursor.next();
    cursor.takePunct(',');
  }
  if (!cursor.takePunct('}'))
    cursor.problem('missing-brace', "the '{' of this permission list is never closed", open.span);
  if (names.length === 0) cursor.problem('empty-permissions', 'the permission list is empty', open.span);
  return names;
}

function readResources(cursor: Cursor, action: Action | undefined): readonly Name[] {
  if (action && action.permissions.length > 0 && cursor.isWord('in')) return [];
  if (action?.permissions.length === 0 && !action.verb && !action.associate && cursor.isWord('in')) return [];
  const names: Name[] = [];
  const first = !cursor.isWord('in', 'where') && readName(cursor, 'the resource type');
  if (first) names.push(first);
  else cursor.problem('missing-resource', 'a resource type is missing here, for example generative-ai-family');
  while (cursor.isPunct(',')) {
    cursor.problem('several-resources', 'a statement takes one resource type; write one statement for each');
    cursor.next();
    const more = readName(cursor, 'the resource type');
    if (more) names.push(more);
    else break;
  }
  return names;
}

function readAssociation(cursor: Cursor, kind: StatementKind): readonly Name[] {
  if (!cursor.takeWord('with')) {
    cursor.problem('missing-with', "'associate' takes two resource types: associate A in … with B in …");
    return [];
  }
  const name = readName(cursor, 'the second resource type');
  readLocation(cursor, kind);
  return name ? [name] : [];
}

function readLocation(cursor: Cursor, kind: StatementKind): Location | undefined {
  const start = cursor.token.span.start;
  if (!cursor.takeWord('in')) {
    if (cursor.token.hole) return unknownLocation(cursor, start);
    cursor.problem('missing-in', "'in tenancy' or 'in compartment …' is missing here");
    cursor.skipTo('where', 'in');
    if (!cursor.takeWord('in')) return undefined;
  }
  if (cursor.takeWord('any-tenancy')) return { kind: 'any-tenancy', path: [], span: cursor.spanFrom(start) };
  if (cursor.takeWord('tenancy')) {
    const cross = kind === 'endorse' || kind === 'admit';
    const name =
      cross && isName(cursor.token) && !cursor.isWord('where', 'with') ? readName(cursor, 'the tenancy') : undefined;
    return { kind: 'tenancy', name, path: [], span: cursor.spanFrom(start) };
  }
  if (cursor.takeWord('compartment')) return readCompartment(cursor, start);
  if (cursor.token.hole) return unknownLocation(cursor, start);
  cursor.problem(
    'unknown-location',
    `'${cursor.token.text}' is no location: use tenancy, compartment <name> or compartment id <ocid>`,
  );
  cursor.skipTo('where');
  return undefined;
}

function unknownLocation(cursor: Cursor, start: number): Location {
  while (!cursor.done && !cursor.isWord('where')) cursor.next();
  return { kind: 'unknown', path: [], span: cursor.spanFrom(start) };
}

function readCompartment(cursor: Cursor, start: number): Location {
  const name = cursor.isWord('where') ? undefined : readName(cursor, 'the compartment');
  if (!name) cursor.problem('missing-name', 'the compartment is missing here');
  if (name && !name.byId && /^ocid1\./.test(name.text)) {
    cursor.problem('missing-id', "an OCID needs the word 'id' before it: compartment id ocid1…", name.span);
  }
  const path = name && !name.byId && !name.hole ? name.text.split(':') : [];
  if (path.some((part) => part.trim() === '')) {
    cursor.problem('empty-path', 'a compartment path joins names with single colons', name?.span);
  }
  return { kind: 'compartment', name, path, span: cursor.spanFrom(start) };
}
