import type { Plane } from './plane';

/**
 * Hosts of the GenAI services in every realm: optional `ds.` label (dual stack), `ppe` prefixes,
 * government, EU sovereign and numbered second-level domains (oci-python-sdk `regions_definitions.py`).
 */
const GENAI_HOST =
  /^(?:ppe[.-])?(?:(inference|agent-runtime|agent|application)\.)?generativeai\.([a-z]{2,3}-[a-z0-9-]+-\d+)\.(?:ds\.)?oci\.(oraclecloud\d*\.com|oraclecloud\.eu|oraclegovcloud\.(?:com|uk))$/;

/** Any API host of OCI: `<service>.<region>.[ds.]oci.<realm domain>` or the older form without `oci.`. */
const OCI_HOST = /(?:^|\.)(?:oraclecloud\d*\.com|oraclecloud\.eu|oraclegovcloud\.(?:com|uk))$/;

/** What OpenAI clients put their paths behind on the inference host (docs.oracle.com generative-ai/openai-compatible-api.htm). */
export const OPENAI_PATH = '/openai/v1';

export interface GenAiEndpoint {
  readonly plane: Plane;
  /** Absent when the host carries a hole (`{region}`) instead of a literal region. */
  readonly region?: string;
  readonly path: string;
}

/** Stands for a part of a URL that only the running program knows. No URL contains it. */
export const HOLE = '\u0000';

/** What paths of the GenAI planes are known by where the host is written elsewhere: API versions and collections. */
export const SERVICE_PATH = /\/20(?:231130|240531|251112|260325)\b|\bagentEndpoints\b|\bhostedApplications/;

interface SplitUrl {
  readonly host: string;
  readonly path: string;
}

/** Splits what a program holds as a URL; the scheme may be missing, holes may stand anywhere. */
export function splitUrl(url: string): SplitUrl | undefined {
  const rest = url.trim().replace(/^https?:\/\//i, '');
  const end = rest.search(/[/?#]/);
  const authority = (end < 0 ? rest : rest.slice(0, end)).replace(/:\d+$/, '').toLowerCase();
  if (!authority) return undefined;
  return { host: authority, path: end < 0 ? '' : rest.slice(end) };
}

/**
 * `/20231130` with one of its operations is the native API. Other paths are a base URL of an OpenAI client or not
 * whole, and then nothing native is claimed.
 */
function planeOfInferencePath(path: string): Plane {
  if (/^\/20251112\/hostedApplicationsIam\b/.test(path)) return 'hosted-application-iam';
  if (/^\/20251112\/hostedApplications\b/.test(path)) return 'hosted-application-oauth';
  if (/^\/20260325\b/.test(path)) return 'nl2sql';
  if (/^\/20231130\/(?:actions\/[a-uw-z]|guardrailVersions)/.test(path)) return 'inference-native';
  return 'inference-openai';
}

function planeOf(service: string, path: string): Plane {
  switch (service) {
    case 'inference':
      return planeOfInferencePath(path);
    case 'agent-runtime':
      return 'agent-runtime';
    case 'agent':
      return 'agent-management';
    case 'application':
      return 'hosted-application-oauth';
    default:
      return /^\/(?:20231130\/)?openai\/v1\b/.test(path) ? 'vector-stores' : 'genai-management';
  }
}

/** The plane that a URL reaches, or undefined when it is no GenAI host. Holes may stand for the region and in the path. */
export function genAiEndpoint(url: string): GenAiEndpoint | undefined {
  const split = splitUrl(url);
  if (!split) return undefined;
  const match = GENAI_HOST.exec(fillHoles(split.host));
  if (!match) return undefined;
  const region = split.host.includes(HOLE) || match[2] === HOLE_REGION ? undefined : match[2];
  return { plane: planeOf(match[1] ?? '', split.path), region, path: split.path };
}

export function isOciHost(url: string): boolean {
  const split = splitUrl(url);
  return split !== undefined && OCI_HOST.test(fillHoles(split.host));
}

const HOLE_REGION = 'xx-hole-0';

/** A hole in a host nearly always stands for the region: `…generativeai.{region}.oci.…`. */
function fillHoles(host: string): string {
  return host
    .split(HOLE)
    .join(HOLE_REGION)
    .replace(/(?:xx-hole-0[-.]?){2,}/g, `${HOLE_REGION}.`);
}
