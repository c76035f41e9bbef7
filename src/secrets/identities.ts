import type { Program } from '../source/program';
import { type Bindings, type Bound, type Group, isUnparsed } from './bound';
import { configContent } from './config-content';
import { isFingerprint, isOcid, isPlaceholder } from './placeholder';
import { placeOf } from './private-keys';
import { Secret } from './secret';

type Confidence = Secret['confidence'];

/** Names that only an identity has beside user, tenancy and fingerprint. */
const COMPANION = /key_?(?:file|content|path|supplier)|private_?key|pass_?phrase/i;
const ROLE = { user: /user/i, tenancy: /tenan/i, fingerprint: /finger_?print/i } as const;

/** Literal IAM identities: who, in which tenancy, with which key. One for each fingerprint. */
export function identities(program: Program, bindings: Bindings, confidence: Confidence): Secret[] {
  const found = new Map<number, Secret>();
  const add = (start: number, end: number, value: string): void => {
    if (!found.has(start)) {
      found.set(start, new Secret({ kind: 'iam-identity', span: { start, end }, confidence, oci: true }, value));
    }
  };
  for (const group of bindings.groups) {
    const fingerprint = group === bindings.file ? scattered(program, group) : together(group);
    if (fingerprint) add(fingerprint.span.start, fingerprint.span.end, fingerprint.text);
  }
  for (const expr of program.strings()) {
    const text = expr.parts.filter((part) => typeof part === 'string').join('\u0000');
    const config = text.length > 120 ? configContent(text) : undefined;
    const identity = config?.value ?? keyId(text) ?? (isUnparsed(program) ? written(text) : undefined);
    if (identity === undefined) continue;
    const start = placeOf(program.text, expr.span, identity);
    add(start, Math.min(expr.span.end, start + identity.length), identity);
  }
  return [...found.values()];
}

/** The three stand in one record or call. */
function together({ members }: Group): Bound | undefined {
  const has = (kind: 'user' | 'tenancy'): boolean => members.some((one) => isOcid(one.text, kind));
  const fingerprint = members.find((one) => isFingerprint(one.text));
  return fingerprint && has('user') && has('tenancy') ? fingerprint : undefined;
}

/** The three are constants of one file under telling names, in company of a key or its pass phrase. */
function scattered(program: Program, { members }: Group): Bound | undefined {
  const has = (kind: 'user' | 'tenancy'): boolean =>
    members.some((one) => ROLE[kind].test(one.name) && isOcid(one.text, kind));
  const fingerprint = members.find((one) => ROLE.fingerprint.test(one.name) && isFingerprint(one.text));
  return fingerprint && has('user') && has('tenancy') && COMPANION.test(program.text) ? fingerprint : undefined;
}

/** Code that names an identity does so in one place. */
const PASSAGE = 1_500;

/** The fingerprint of an identity that a text spells out beside the key it uses, in whatever language. */
function written(text: string): string | undefined {
  for (const match of text.matchAll(/(?<![0-9a-f:])(?:[0-9a-f]{2}:){15}[0-9a-f]{2}(?![0-9a-f:])/gi)) {
    const near = text.slice(Math.max(0, match.index - PASSAGE), match.index + PASSAGE);
    const has = (kind: 'user' | 'tenancy'): boolean =>
      (near.match(/\bocid1\.(?:user|tenancy)\.[\w.-]{10,200}/g) ?? []).some((one) => isOcid(one, kind));
    if (isFingerprint(match[0]) && COMPANION.test(near) && has('user') && has('tenancy')) return match[0];
  }
  return undefined;
}

/** `tenancy/user/fingerprint`, the key identifier of a request signature, in one literal. */
function keyId(text: string): string | undefined {
  const match = /\b(ocid1\.tenancy\.[\w.-]{40,120})\/(ocid1\.user\.[\w.-]{40,120})\/([0-9a-f:]{47})(?![0-9a-f:])/i.exec(
    text,
  );
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  return isOcid(match[1], 'tenancy') && isOcid(match[2], 'user') && isFingerprint(match[3]) ? match[0] : undefined;
}

const PASS_PHRASE = /^(?:\w*_)?(?:pass_?phrase|private_key_password)$|^(?:private_?key_?)?pass_?phrase$/i;
const IDENTITY_NAMES =
  /^(?:fingerprint|tenancy(?:_ocid|_?id)?|user_ocid|key_file|key_content|private_key(?:_path|_content)?)$/i;
/** Constants and input variables: code that says what to read. */
const VARIABLE = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|TF_VAR_\w+)$/;
/** Settings and secrets of a vault are named for what they hold. */
const NAMED_FOR = /^(?:[\w./-]*pass[-_]?(?:word|phrase)|secret|none|null|string|changeit)$/i;

/** Literal pass phrases of keys, under names or beside names that OCI uses. */
export function passPhrases(program: Program, bindings: Bindings, confidence: Confidence): Secret[] {
  const found: Secret[] = [];
  for (const group of bindings.groups) {
    for (const { text, span, name } of group.members) {
      if (!PASS_PHRASE.test(name) || text.length < 4 || isPlaceholder(text)) continue;
      if (VARIABLE.test(text) || NAMED_FOR.test(text)) continue;
      if (!isOciPhrase(program, group, bindings.file, name)) continue;
      found.push(new Secret({ kind: 'pass-phrase', span, confidence, oci: true }, text));
    }
  }
  return found;
}

function isOciPhrase(program: Program, group: Group, file: Group, name: string): boolean {
  if (/oci/i.test(name)) return true;
  if (group !== file && group.names.some((one) => IDENTITY_NAMES.test(one))) return true;
  return /\boci\b|oraclecloud|OCI_|com\.oracle\.bmc|oci-common/.test(program.text);
}
