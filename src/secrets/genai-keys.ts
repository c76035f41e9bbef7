import type { Program } from '../source/program';
import { type Bindings, type Bound, type Group, isUnparsed, literal } from './bound';
import { isLowInformation, isPlaceholder } from './placeholder';
import { placeOf } from './private-keys';
import { Secret } from './secret';

const KEY = /(?<![\w./-])sk-([A-Za-z0-9_-]{20,200})(?![\w-])/;
/** Prefixes by which other vendors tell their keys. */
const OTHER_VENDOR = /^(?:proj|ant|or|svcacct|admin|lf|litellm|live|test|None)-/;

/** The key in a text, when it is one that a generator made. */
function keyIn(text: string): string | undefined {
  const match = KEY.exec(text);
  const body = match?.[1] ?? '';
  if (body.length < 32 || OTHER_VENDOR.test(body) || isPlaceholder(body) || isLowInformation(body, 14))
    return undefined;
  return /\d/.test(body) && /[a-zA-Z]/.test(body) && !/^[a-z]+(?:-[a-z]+)+/.test(body) ? match?.[0] : undefined;
}

const OCI_NAME = /(?:^|[^a-z])oci|oci(?:[^a-z]|$)|[a-z]OCI|Oci[A-Z]|oracle|(?<!open)gen_?ai|generative/i;
const VENDOR_NAME =
  /openai|anthropic|claude|deepseek|mistral|groq|azure|together|openrouter|gemini|google|cohere|perplexity|xai/i;
const OCI_HOST = /generativeai\.|oraclecloud|oraclegovcloud/i;
const URL = /https?:\/\//i;
/** What tells where the client of a vendor's name goes. */
const CLIENT_URL = /(?:base_?url|api_?base)$/i;
const BASE_URL = /(?:base_?url|api_?base|endpoint|host|url)$/i;

/** GenAI API keys in literals; `oci` tells whether a name or host beside one says that it is meant for OCI. */
export function genaiKeys(program: Program, bindings: Bindings, confidence: Secret['confidence']): Secret[] {
  const found = new Map<number, Secret>();
  for (const group of bindings.groups) {
    for (const bound of group.members) {
      const key = keyIn(bound.text);
      if (key === undefined) continue;
      const { span } = bound.parts.find((part) => keyIn(literal(part)) === key) ?? bound;
      const start = placeOf(program.text, span, key);
      const oci = isForOci(bound) || isBesideHost(bound.text, key);
      if (found.has(start) && !oci) continue;
      const end = Math.min(span.end, start + key.length);
      found.set(start, new Secret({ kind: 'genai-key', span: { start, end }, confidence, oci }, key));
    }
  }
  for (const { span, parts } of isUnparsed(program) ? program.strings() : []) {
    const text = parts.join('');
    const key = keyIn(text);
    if (key === undefined || !isBesideHost(text, key)) continue;
    const start = placeOf(program.text, span, key);
    found.set(
      start,
      new Secret({ kind: 'genai-key', span: { start, end: start + key.length }, confidence, oci: true }, key),
    );
  }
  return [...found.values()];
}

function isForOci({ name, group }: Bound): boolean {
  const plain = !VENDOR_NAME.test(name);
  if (OCI_NAME.test(name) && !VENDOR_NAME.test(name)) return true;
  const near = neighbours(group).filter((one) => plain || CLIENT_URL.test(one.name));
  if (near.some((one) => OCI_HOST.test(one.text)))
    return !near.some((one) => isOtherHost(one) && /base/i.test(one.name));
  if (near.some(isOtherHost)) return false;
  return OCI_NAME.test(group.callee);
}

/** Text this far around a key speaks of it: the request line and the headers of an HTTP request, a command. */
const NEAR = 400;

/** One text holds both the key and the host of OCI that it goes to, and no other host. */
function isBesideHost(text: string, key: string): boolean {
  const at = text.indexOf(key);
  const near = text.slice(Math.max(0, at - NEAR), at + key.length + NEAR);
  const hosts = near.match(/https?:\/\/[^\s/'"<>]+/gi) ?? [];
  return hosts.length > 0 && hosts.every((host) => OCI_HOST.test(host));
}

const isOtherHost = (one: Bound): boolean => URL.test(one.text) && BASE_URL.test(one.name) && !OCI_HOST.test(one.text);

/** What stands in the same record or call, or in the one around it; the file as a whole is no neighbourhood. */
function neighbours(group: Group): Bound[] {
  const near: Bound[] = [];
  for (let at: Group | undefined = group, up = 0; at?.parent && up < 3; at = at.parent, up += 1)
    near.push(...at.members);
  return near;
}
