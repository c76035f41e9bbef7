import { readConfig } from '../credentials/config-file';
import { isFingerprint, isOcid, isPlaceholder } from './placeholder';

export interface ConfigContent {
  /** Offset of the header of the first real profile. */
  readonly header: number;
  /** Offset of its fingerprint. */
  readonly fingerprint: number;
  readonly value: string;
}

/** No OCI config of a person is longer. */
const LONGEST = 200_000;

/** A text that is an OCI config with a profile somebody can sign with; templates are none. */
export function configContent(text: string): ConfigContent | undefined {
  if (text.length > LONGEST || !text.includes('[') || !/fingerprint/i.test(text)) return undefined;
  const starts = lineStarts(text);
  for (const section of readConfig(text).sections.values()) {
    const value = (key: string): string => section.entries.get(key)?.value ?? '';
    const fingerprint = section.entries.get('fingerprint');
    const [header] = section.headers;
    if (!fingerprint || !header || !isFingerprint(fingerprint.value) || !isOcid(value('tenancy'), 'tenancy')) continue;
    const token = value('security_token_file');
    if (!isOcid(value('user'), 'user') && (token === '' || isPlaceholder(token))) continue;
    const place = (span: { line: number; start: number }): number => (starts[span.line] ?? 0) + span.start;
    return { header: place(header), fingerprint: place(fingerprint.valueSpan), value: fingerprint.value };
  }
  return undefined;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const JWT = /(?:^|[^\w.-])(eyJ[\w-]{10,4096}\.eyJ[\w-]{20,8192}\.[\w-]{20,2048})(?![\w.-])/;

/** The session token that a text holds: a JWT that OCI issued to a user or principal. */
export function sessionToken(text: string): string | undefined {
  const token = JWT.exec(text)?.[1];
  const payload = token?.split('.')[1];
  if (!token || !payload) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { iss, tenant, sub } = claims as Record<string, unknown>;
    const issued = typeof iss === 'string' && /^authService\.oracle\.com$/i.test(iss);
    const ours = typeof tenant === 'string' && isOcid(tenant, 'tenancy');
    return (issued || ours) && typeof sub === 'string' && !isPlaceholder(sub) ? token : undefined;
  } catch {
    return undefined;
  }
}
