import type { Program } from '../source/program';
import type { Bindings, Group } from './bound';
import { sessionToken } from './config-content';
import { isLowInformation, isPlaceholder } from './placeholder';
import { placeOf } from './private-keys';
import { Secret, type SecretKind } from './secret';

type Confidence = Secret['confidence'];

const secretAt = (kind: SecretKind, start: number, value: string, confidence: Confidence): Secret =>
  new Secret({ kind, span: { start, end: start + value.length }, confidence, oci: true }, value);

/** Session tokens, the auth tokens with which people log in to OCIR, and the keys of the S3 compatible API. */
export function tokens(program: Program, bindings: Bindings, confidence: Confidence): Secret[] {
  const found: Secret[] = [];
  for (const { span } of program.strings()) {
    const token = sessionToken(program.text.slice(span.start, span.end));
    if (token) found.push(secretAt('session-token', placeOf(program.text, span, token), token, confidence));
  }
  return [
    ...found,
    ...registryLogins(program, confidence),
    ...registryEntries(program, bindings, confidence),
    ...customerSecretKeys(program, bindings, confidence),
  ];
}

/** What logs in to a registry, and the word by which one sees that it does. */
const CLIENT = /\b(?:docker|podman|nerdctl|buildah|skopeo|crane|helm|oras|kubectl)\b/g;
const LOGS_IN = /\blogin\b|\bdocker-registry\b/;
const LONGEST_COMMAND = 600;
const PASSWORD = /(?:\s-p|--(?:docker-)?password)(?:\s+|=)?(?:'([^'\n]{8,64})'|"([^"\n]{8,64})"|([^\s'"$`\\]{8,64}))/;
const HERE = /^<<<[ \t]{0,8}(?:'([^'\n]{8,64})'|"([^"\n]{8,64})"|([^\s'"$`\\]{8,64}))/;
const PIPED =
  /\b(?:echo\s+(?:-n\s+)?|printf\s+(?:['"]?%s(?:\\n)?['"]?\s+)?)(?:'([^'\n]{8,64})'|"([^"\n]{8,64})"|([^\s'"$`\\|]{8,64}))\s*\|\s*$/;

/** What stands for a token without being one. */
const isWord = (token: string): boolean =>
  token.includes('$') || isPlaceholder(token) || /^(?:password|token|auth)/i.test(token);

/** `docker login <region>.ocir.io … -p <token>`: a command is a line of its script, however the script is carried. */
function registryLogins(program: Program, confidence: Confidence): Secret[] {
  if (program.language === 'markdown' || !program.text.includes('ocir.io')) return [];
  const found: Secret[] = [];
  const { text } = program;
  for (const { start, command, before } of commands(text)) {
    const here = command.indexOf('<<<');
    const given =
      (here < 0 ? undefined : HERE.exec(command.slice(here))) ?? PASSWORD.exec(command) ?? PIPED.exec(before);
    const token = given?.[1] ?? given?.[2] ?? given?.[3];
    if (!given || !token || isWord(token)) continue;
    const from = given.input === before ? start - before.length : start;
    found.push(secretAt('auth-token', text.indexOf(token, from), token, confidence));
  }
  return found;
}

interface Command {
  readonly start: number;
  readonly command: string;
  /** What stands before it in its line. */
  readonly before: string;
}

/** Commands that log in to OCIR, each in its line; comments and texts that only tell of one are none. */
function* commands(text: string): Iterable<Command> {
  const joined = text.replace(/\\\r?\n/g, (whole) => ' '.repeat(whole.length));
  let lineStart = 0;
  for (const line of joined.split('\n')) {
    const start = lineStart;
    lineStart += line.length + 1;
    if (!line.includes('ocir.io')) continue;
    for (const { index } of line.matchAll(CLIENT)) {
      const command = line.slice(index, index + LONGEST_COMMAND);
      const before = line.slice(Math.max(0, index - LONGEST_COMMAND), index);
      if (!command.includes('ocir.io') || !LOGS_IN.test(command)) continue;
      if (!/^\s*(?:#|\/\/|\*|echo\b(?!.*\|))/.test(before)) yield { start: start + index, command, before };
      break;
    }
  }
}

/** `registry: iad.ocir.io` with a `password` beside it, and `auths` of a Docker config. */
function registryEntries(program: Program, { groups, file }: Bindings, confidence: Confidence): Secret[] {
  if (program.language === 'markdown' || !program.text.includes('ocir.io')) return [];
  const found: Secret[] = [];
  for (const group of groups) {
    if (group === file) continue;
    const isOcir = group.members.some(
      (one) => /ocir\.io\b/.test(one.text) && /registry|server|url|host/i.test(one.name),
    );
    for (const { name, text, span } of group.members) {
      if (isOcir && /^(?:registry_?)?password$/i.test(name) && text.length >= 8 && !isWord(text))
        found.push(secretAt('auth-token', placeOf(program.text, span, text), text, confidence));
      if (/^auth$/.test(name) && isLogin(text) && isUnderRegistry(group))
        found.push(secretAt('auth-token', placeOf(program.text, span, text), text, confidence));
    }
  }
  return found;
}

/** `base64(namespace/user:token)` */
function isLogin(text: string): boolean {
  if (!/^[A-Za-z0-9+/]{20,400}={0,2}$/.test(text)) return false;
  try {
    const [, user = '', token = ''] = /^([^:]{3,200}):(.{8,64})$/.exec(atob(text)) ?? [];
    return user.includes('/') && token !== '' && !isWord(token) && !isPlaceholder(user);
  } catch {
    return false;
  }
}

const isUnderRegistry = ({ parent }: Group): boolean => parent?.names.some((one) => /ocir\.io\b/.test(one)) ?? false;

/** A text that reaches the S3 compatible API of Object Storage. */
const S3_HOST = /(?:vh)?compat\.objectstorage\.[a-z0-9-]+\.(?:oci\.)?(?:oraclecloud|customer-oci)/i;
const SECRET_NAME = /^(?:\w+_)?secret_?(?:access_?)?key$/i;

/** Customer secret keys: 44 characters of Base64 under the names that S3 clients use, where OCI's host is named. */
function customerSecretKeys(program: Program, { groups }: Bindings, confidence: Confidence): Secret[] {
  if (!S3_HOST.test(program.text)) return [];
  const found: Secret[] = [];
  for (const { name, text, span } of groups.flatMap((group) => group.members)) {
    if (!SECRET_NAME.test(name) || !/^[A-Za-z0-9+/]{43}=$/.test(text) || isPlaceholder(text) || isLowInformation(text))
      continue;
    found.push(secretAt('customer-secret-key', placeOf(program.text, span, text), text, confidence));
  }
  return found;
}
