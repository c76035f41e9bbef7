import { HOLE } from '../knowledge/host';
import type { Method } from '../knowledge/method';
import type { AuthRule, ClientFact, CredentialFact, MethodChoice } from '../knowledge/sdks/fact';
import { argOf, withOptions } from './arguments';
import type { ArgValue, ObjectValue, Origin, RecordValue, TextValue, Value, Values } from './value';

/** One credential that can arrive at a place. */
export interface CredentialFlow {
  /** `none`: explicitly no credential. `unknown`: nobody can tell from the code. */
  readonly method: Method | 'none' | 'unknown';
  /** Where it is made. */
  readonly origin: Origin;
  /** The object that makes it, for rules and fixes that look closer. */
  readonly maker?: ObjectValue | RecordValue;
  /** A bearer key or header, as far as it is known. */
  readonly key?: Value;
  /** The value of a method choice that its SDK does not accept. */
  readonly unsupported?: string;
  /** Nothing in the code says so: the SDK's default. */
  readonly byDefault?: boolean;
  /** A promise arrives where the credential itself is needed. */
  readonly pending?: boolean;
  /** The rule of the client that took it. */
  readonly taken?: AuthRule['as'];
}

/** The credentials with which a client or call can be made, by the SDK's own order of precedence. */
export function credentialsOfClient(object: ObjectValue): readonly CredentialFlow[] {
  if (object.makes?.kind !== 'client') return [];
  const { auth, fallback } = object.makes as ClientFact;
  const decided = decide(auth, argumentsOf(auth, object), object);
  if (decided.flows.length > 0 && !decided.open) return decided.flows;
  if (fallback) return [...decided.flows, { method: fallback, origin: object.origin, byDefault: true }];
  return decided.flows;
}

/** Where a client takes a config, a positional record is that config and no record of options. */
const argumentsOf = (auth: readonly AuthRule[], { args }: ObjectValue): readonly ArgValue[] =>
  auth.some((rule) => rule.as === 'config') ? args : withOptions(args);

interface Decision {
  readonly flows: readonly CredentialFlow[];
  /** Some alternative decided nothing, so what follows counts too. */
  readonly open: boolean;
}

function decide(rules: readonly AuthRule[], args: readonly ArgValue[], object: ObjectValue): Decision {
  const flows: CredentialFlow[] = [];
  for (const rule of rules) {
    const { flows: found, open } = decideBy(rule, args, object);
    flows.push(...found.map((flow) => ({ ...flow, taken: flow.taken ?? rule.as })));
    if (!open) return { flows, open: false };
  }
  return { flows, open: true };
}

const OPEN: Decision = { flows: [], open: true };

function decideBy(rule: AuthRule, args: readonly ArgValue[], object: ObjectValue): Decision {
  if (rule.as === 'choice') return chosen(rule.choice, args, object.origin);
  if (rule.as === 'identity') return identity(rule.args.map((ref) => argOf(args, ref)));
  const arg = argOf(args, rule.arg);
  if (!arg) return splat(args);
  switch (rule.as) {
    case 'signer':
    case 'transport':
      return signer(arg, rule.as);
    case 'config':
      return config(arg);
    case 'key':
      return bearer(arg);
    case 'headers':
      return headers(arg);
    case 'nested':
      return nested(rule.rules, arg, object);
  }
}

/** `**kwargs` of unknown content may hold the argument. */
function splat(args: readonly ArgValue[]): Decision {
  const unknown = args.find((arg) => arg.name === '**' || arg.name === '*');
  return unknown ? { flows: [{ method: 'unknown', origin: unknown.origin }], open: false } : OPEN;
}

const isNull = (value: Value): boolean => value.k === 'const' && (value.value === null || value.value === false);

/** A null beside other values is the branch in which the next argument counts; alone it is a missing signature. */
function signer(arg: ArgValue, as: 'signer' | 'transport'): Decision {
  const given = arg.values.filter((value) => !isNull(value) && !(as === 'transport' && isPlain(value)));
  if (given.length === 0) {
    return as === 'transport' ? OPEN : { flows: [{ method: 'none', origin: arg.origin }], open: false };
  }
  const flows = given.flatMap((value) => credentialsOf(value));
  return {
    flows: flows.length > 0 ? flows : [{ method: 'unknown', origin: arg.origin }],
    open: given.length < arg.values.length,
  };
}

/** A transport that was told nothing but how long to wait signs nothing. */
const isPlain = (value: Value): boolean =>
  value.k === 'object' &&
  value.makes?.kind === 'holder' &&
  value.fields.size === 0 &&
  value.args.every(({ name }) => name !== undefined && /timeout/i.test(name));

function config(arg: ArgValue): Decision {
  const flows: CredentialFlow[] = [];
  let open = false;
  for (const value of arg.values) {
    const found = isNull(value) ? [] : credentialsOf(value);
    if (found.length === 0) open = true;
    flows.push(...found);
  }
  return { flows, open: open && flows.length === 0 };
}

function bearer(arg: ArgValue): Decision {
  const given = arg.values.filter((value) => !isNull(value));
  if (given.length === 0) return OPEN;
  return {
    flows: given.map((key) =>
      isText(key) ? { method: 'genai-api-key', origin: key.origin, key } : { method: 'unknown', origin: key.origin },
    ),
    open: false,
  };
}

/** What a constructor made is no text, unless somebody says so: a policy of one's own may sign. */
const isText = (value: Value): boolean => value.k !== 'instance' && !(value.k === 'object' && value.call?.isNew);

function headers(arg: ArgValue): Decision {
  const flows = arg.values.flatMap((value) => fromHeaders(value));
  return flows.length > 0 ? { flows, open: false } : OPEN;
}

function fromHeaders(value: Value): CredentialFlow[] {
  if (value.k === 'unknown') return [{ method: 'unknown', origin: value.origin }];
  if (value.k !== 'record' && value.k !== 'object') return [];
  const field = value.fields.get('Authorization') ?? value.fields.get('authorization') ?? headerAmong(value);
  if (!field) return value.k === 'record' ? value.bases.flatMap((base) => base.flatMap(fromHeaders)) : [];
  return field.flatMap((one) => (one.k === 'list' ? one.items.flat() : [one])).map((one) => authorization(one));
}

function headerAmong(value: RecordValue | ObjectValue): Values | undefined {
  for (const [name, held] of value.fields) if (name.toLowerCase() === 'authorization') return held;
  return undefined;
}

/** What an `Authorization` header proves. A bearer whose nature nobody shows stays unknown: it may be an OAuth token. */
export function authorization(value: Value): CredentialFlow {
  const { origin } = value;
  if (value.k !== 'text' || !/^bearer\s/i.test(value.text)) return { method: 'unknown', origin };
  const rest = value.text.slice('bearer '.length).trim();
  if (looksLikeKey(rest, value)) return { method: 'genai-api-key', origin, key: value };
  return { method: 'unknown', origin, key: value };
}

const KEY_NAME = /(?:gen_?ai|openai|oci|oracle|llm|model)?_?api_?key|genai_?key|secret_?key/i;

function looksLikeKey(rest: string, value: TextValue): boolean {
  if (/^sk-/.test(rest)) return true;
  if (rest !== HOLE) return false;
  return value.holes.flat().some((hole) => isKeyish(hole));
}

function isKeyish(value: Value): boolean {
  switch (value.k) {
    case 'env':
      return KEY_NAME.test(value.name) || (value.set ?? []).some((set) => isKeyish(set));
    case 'unknown':
      return value.name !== undefined && KEY_NAME.test(value.name);
    // What stands in a module or object that nobody sees is known by its name alone.
    case 'symbol':
    case 'object':
      return KEY_NAME.test(value.path.slice(value.path.lastIndexOf('.') + 1));
    case 'method':
      return KEY_NAME.test(value.name);
    case 'text':
      return /^sk-/.test(value.text);
    default:
      return false;
  }
}

function nested(rules: readonly AuthRule[], arg: ArgValue, object: ObjectValue): Decision {
  const flows: CredentialFlow[] = [];
  let open = false;
  for (const value of arg.values) {
    if (value.k !== 'record') {
      if (!isNull(value)) flows.push({ method: 'unknown', origin: value.origin });
      continue;
    }
    const inner: ArgValue[] = [...value.fields].map(([name, values]) => ({
      name,
      values,
      origin: values[0]?.origin ?? value.origin,
    }));
    if (value.bases.length > 0) inner.push({ name: '**', values: value.bases.flat(), origin: value.origin });
    const decision = decide(rules, inner, object);
    flows.push(...decision.flows);
    open ||= decision.open;
  }
  return { flows, open };
}

function identity(args: readonly (ArgValue | undefined)[]): Decision {
  const given = args.find((arg) => arg && !arg.values.every(isNull));
  return given ? { flows: [{ method: 'iam-api-key', origin: given.origin }], open: false } : OPEN;
}

function chosen(choice: MethodChoice, args: readonly ArgValue[], origin: Origin): Decision {
  const arg = argOf(args, choice.arg);
  if (!arg) {
    const unknown = args.find((one) => one.name === '**');
    if (unknown) return { flows: [{ method: 'unknown', origin: unknown.origin }], open: false };
    return choice.default ? { flows: [{ method: choice.default, origin, byDefault: true }], open: false } : OPEN;
  }
  return { flows: arg.values.map((value) => choose(choice, value)), open: false };
}

function choose(choice: MethodChoice, value: Value): CredentialFlow {
  const { origin } = value;
  const [set] = value.k === 'env' ? (value.set ?? []) : [];
  if (set) return choose(choice, set);
  if (value.k === 'env' && choice.variable !== undefined && value.name === choice.variable && choice.default) {
    return { method: choice.default, origin, byDefault: true };
  }
  const text =
    value.k === 'text'
      ? value.text
      : value.k === 'symbol'
        ? value.path.slice(value.path.lastIndexOf('.') + 1)
        : undefined;
  if (text === undefined || text.includes(HOLE)) {
    if (isNull(value) && choice.default) return { method: choice.default, origin, byDefault: true };
    return { method: 'unknown', origin };
  }
  const found = Object.hasOwn(choice.values, text) ? choice.values[text] : undefined;
  if (found) return { method: found, origin };
  const loose = Object.entries(choice.values).find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1];
  // A member of an enum is named as its language names constants.
  if (loose && (choice.ignoreCase || value.k === 'symbol')) return { method: loose, origin };
  return value.k === 'text' ? { method: 'unknown', origin, unsupported: text } : { method: 'unknown', origin };
}

/** The credentials that a value is or carries. Empty: it carries none (an empty config). */
export function credentialsOf(value: Value): readonly CredentialFlow[] {
  switch (value.k) {
    case 'object':
      return fromObject(value);
    case 'record':
      return fromRecord(value);
    case 'promise':
      return value.of.flatMap((one) => credentialsOf(one)).map((flow) => ({ ...flow, pending: true }));
    case 'list':
      return value.items[0]?.flatMap((one) => credentialsOf(one)) ?? [];
    case 'const':
      return isNull(value) ? [{ method: 'none', origin: value.origin }] : [{ method: 'unknown', origin: value.origin }];
    default:
      return [{ method: 'unknown', origin: value.origin }];
  }
}

function fromObject(value: ObjectValue): readonly CredentialFlow[] {
  const { makes } = value;
  if (makes?.kind === 'credential') return madeBy(makes, value);
  if (makes?.kind === 'client') return credentialsOfClient(value);
  if (makes?.kind === 'holder') {
    const auth = value.fields.get('auth');
    if (auth) return auth.flatMap((one) => credentialsOf(one));
  }
  return [{ method: 'unknown', origin: value.origin }];
}

function madeBy(makes: CredentialFact, maker: ObjectValue): readonly CredentialFlow[] {
  if (typeof makes.method === 'string') return [{ method: makes.method, origin: maker.origin, maker }];
  const { flows } = chosen(makes.method, withOptions(maker.args), maker.origin);
  // Who writes an identity into the arguments has chosen, whatever else they say.
  return flows.map((flow) => (makes.inline ? { ...flow, byDefault: undefined, maker } : { ...flow, maker }));
}

/** Keys of `~/.oci/config` that make a record an identity, in the spellings of the SDKs that take records. */
const IDENTITY = ['key_file', 'key_content', 'fingerprint', 'user', 'privateKey', 'tenancy'];

function fromRecord(value: RecordValue): readonly CredentialFlow[] {
  const own = IDENTITY.filter((key) => value.fields.has(key));
  if (value.fields.has('security_token_file')) return [{ method: 'session-token', origin: value.origin, maker: value }];
  if (own.length >= 2 && !(own.length === 2 && own.includes('tenancy') && !own.includes('user'))) {
    return [{ method: 'iam-api-key', origin: value.origin, maker: value }];
  }
  return value.bases.flatMap((base) => base.flatMap((one) => credentialsOf(one)));
}
