import path from 'node:path';
import { FILE_FAILURES, type FileState } from '../../credentials/file-state';
import { keyFailure } from '../../credentials/health/key';
import { ago } from '../../credentials/health/token';
import { tokenBlanks } from '../../credentials/health/token-text';
import type { KeyFacts } from '../../credentials/key';
import type { Problem, ProblemCode, Severity } from '../../credentials/problem';
import { reachOf } from '../../credentials/reach';
import { decodeToken, type TokenClaims } from '../../credentials/token';
import { CONFIG_READERS, READER_LABELS } from '../../knowledge/config-file';
import {
  RESOURCE_PRINCIPAL_READERS,
  RESOURCE_PRINCIPAL_VERSION,
  RESOURCE_PRINCIPAL_VARIABLES as RP,
} from '../../knowledge/environment';
import { findRegion, nearestRegion, REGION_PATTERN } from '../../knowledge/region';
import { readCredentialFile } from '../credential-file';
import type { Held, ReadContext } from './source';

/** The resource principal that OCI put into the environment; its files are added to those that are watched. */
export async function resourcePrincipal(context: ReadContext, files: string[]): Promise<Held | undefined> {
  const { environment } = context.machine;
  const version = environment[RP.version];
  if (!version) return undefined;
  const region = environment[RP.region] || undefined;
  const known = version === RESOURCE_PRINCIPAL_VERSION;
  const here = known ? await parts(context, files) : undefined;
  const problems = [
    ...versionProblems(version),
    ...(known ? [...missing(environment), ...regionProblems(region)] : []),
  ];
  return {
    credential: {
      id: 'environment:resource-principal',
      label: 'Resource principal',
      source: 'principal',
      origin: 'environment',
      method: 'resource-principal',
      region,
      tenancy: here?.claims?.tenancy,
      expiry: here?.claims?.expires,
      problems: [...problems, ...(here?.problems ?? [])],
      reach: reachOf('resource-principal'),
    },
    material: async () => ({ kind: 'principal', method: 'resource-principal', region }),
  };
}

const problem = (code: ProblemCode, message: string, severity: Severity = 'error'): Problem => ({
  code,
  severity,
  message,
});

function versionProblems(version: string): Problem[] {
  const readers = Object.hasOwn(RESOURCE_PRINCIPAL_READERS, version) ? RESOURCE_PRINCIPAL_READERS[version] : undefined;
  if (!readers) {
    const message = `${RP.version} holds a version that no SDK knows`;
    return [{ ...problem('resource-principal-version', message), rejectedBy: CONFIG_READERS }];
  }
  const others = CONFIG_READERS.filter((reader) => !readers.includes(reader));
  if (others.length === 0) return [];
  const labels = others.map((reader) => READER_LABELS[reader]).join(', ');
  const message = `${RP.version} is ${version}, which not every SDK supports: not ${labels}`;
  return [{ ...problem('resource-principal-version', message, 'info'), rejectedBy: others }];
}

function missing(environment: ReadContext['machine']['environment']): Problem[] {
  const names = [RP.token, RP.privateKey, RP.region].filter((name) => !environment[name]);
  if (names.length === 0) return [];
  return [problem('resource-principal-incomplete', `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} not set`)];
}

/** An identifier or a short code: the SDKs take both. */
function regionProblems(region: string | undefined): Problem[] {
  if (region === undefined || findRegion(region)) return [];
  const meant = nearestRegion(region);
  if (meant) return [problem('region-unknown', `${RP.region}: no such region: did you mean ${meant.id}?`)];
  return REGION_PATTERN.test(region)
    ? [problem('region-unknown', `${RP.region} holds a region that is not among those known here`, 'warning')]
    : [problem('region-unknown', `${RP.region} does not hold the identifier of a region`)];
}

interface Parts {
  readonly claims?: TokenClaims;
  readonly problems: readonly Problem[];
}

/** Token and key, whether they stand in the variables or in the files that these name, and whether they belong together. */
async function parts({ machine: { environment }, now, keys }: ReadContext, files: string[]): Promise<Parts> {
  const [token, key, passphrase] = await Promise.all(
    [RP.token, RP.privateKey, RP.passphrase].map((name) => fileOrValue(environment[name] ?? '', files)),
  );
  const read = token && tokenPart(token, now);
  const opened = key && keyPart(key, passphrase, keys);
  const [claimed, facts] = [read?.claims?.key, opened?.facts];
  const strangers = claimed && facts?.n !== undefined && (claimed.n !== facts.n || claimed.e !== facts.e);
  const message = `the token in ${RP.token} was made for another key than the one in ${RP.privateKey}: OCI answers 401`;
  return {
    claims: read?.claims,
    problems: [
      ...(read?.problems ?? []),
      ...(opened?.problems ?? []),
      ...(strangers ? [problem('token-of-other-key', message)] : []),
    ],
  };
}

/** A variable holds the value or the absolute path of a file with it. */
async function fileOrValue(value: string, files: string[]): Promise<FileState | undefined> {
  if (!value) return undefined;
  if (!path.isAbsolute(value)) return { state: 'read', path: '', text: value };
  files.push(value);
  return readCredentialFile(value);
}

function tokenPart(token: FileState, now: number): Parts {
  if (token.state !== 'read') {
    const code = token.state === 'missing' ? 'token-missing' : 'token-unreadable';
    return { problems: [problem(code, `the file in ${RP.token} ${FILE_FAILURES[token.state]}`)] };
  }
  const claims = decodeToken(token.text);
  if (!claims) return { problems: [problem('token-malformed', `${RP.token} does not hold a security token`)] };
  const flaw = tokenBlanks(token.text, token.path ? `the file in ${RP.token}` : RP.token);
  const { expires } = claims;
  const expired = expires !== undefined && expires <= now;
  return {
    claims,
    problems: [
      ...(expired ? [problem('token-expired', `the token expired ${ago(now - expires)} ago`)] : []),
      ...(flaw ? [flaw] : []),
    ],
  };
}

function keyPart(
  key: FileState,
  passphrase: FileState | undefined,
  keys: ReadContext['keys'],
): { readonly facts?: KeyFacts; readonly problems: readonly Problem[] } {
  if (key.state !== 'read') {
    const code = key.state === 'missing' ? 'key-missing' : 'key-unreadable';
    return { problems: [problem(code, `the file in ${RP.privateKey} ${FILE_FAILURES[key.state]}`)] };
  }
  const words = passphrase?.state === 'read' ? passphrase.text : undefined;
  const reading = keys.read(key.text, words || undefined);
  if (!reading) return { problems: [] };
  if ('facts' in reading) return { facts: reading.facts, problems: [] };
  const failure = keyFailure(reading.failure, { key: RP.privateKey, passphrase: RP.passphrase });
  return { problems: [{ ...failure, severity: 'error' }] };
}
