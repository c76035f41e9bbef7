import type { Credential } from '../../credentials/credential';
import { ago } from '../../credentials/health/token';
import { isUnhealthy } from '../../credentials/problem';
import { METHOD_FACTS } from '../../knowledge/method';
import { PLANE_FACTS, type Plane } from '../../knowledge/plane';
import type { LiveReport, LiveResult } from '../../live/main';

/** A sentence begins with a capital, unless it begins with the name of a key such as `key_file`. */
export const capitalised = (text: string): string =>
  /^[a-z]+_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

export const planeLabel = (plane: Plane): string => capitalised(PLANE_FACTS[plane].label);

/** `expires in 42 minutes · us-chicago-1 · session token`: what is cut off last matters least. */
export function summaryOf(credential: Credential, now: number, cliProfile?: string): string {
  const { method, region, expiry, profile } = credential;
  const chosen = profile !== undefined && profile === cliProfile ? 'chosen for the CLI' : undefined;
  const left = expiry === undefined ? undefined : lifetime(expiry, now);
  const parts = [left, region, METHOD_FACTS[method].label, chosen];
  return parts.filter((part) => part !== undefined).join(' · ');
}

const lifetime = (expiry: number, now: number): string =>
  expiry > now ? `expires in ${ago(expiry - now)}` : `expired ${ago(now - expiry)} ago`;

/** For a screen reader: everything that colour and icon say. */
export function spoken(credential: Credential, now: number): string {
  const count = credential.problems.filter(({ severity }) => severity !== 'info').length;
  const health = count === 0 ? 'healthy' : `${count} problem${count === 1 ? '' : 's'}`;
  return `${credential.label}, ${summaryOf(credential, now)}, ${health}`;
}

/** Markdown, of the user's own values: everything that could be markup is escaped. */
export function tooltipOf(credential: Credential, report: LiveReport | undefined, now: number): string {
  const { label, method, region, tenancy, user, fingerprint, expiry, origin, problems } = credential;
  const rows = [
    ['Method', METHOD_FACTS[method].label],
    ['Region', region],
    ['Tenancy', tenancy && shortOcid(tenancy)],
    ['User', user && shortOcid(user)],
    ['Fingerprint', fingerprint],
    ['Expires', expiry === undefined ? undefined : new Date(expiry).toLocaleString()],
    ['From', origin],
    ['Tested', report && `${ago(Math.max(1000, now - report.at))} ago`],
  ].flatMap(([name, value]) => (value ? [`| ${name} | ${plain(value)} |`] : []));
  const told = problems.map(({ severity, message }) => `- $(${MARK[severity]}) ${plain(capitalised(message))}`);
  return [`**${plain(label)}**`, '', '| | |', '|---|---|', ...rows, '', ...told].join('\n');
}

const MARK = { error: 'error', warning: 'warning', info: 'info' } as const;

/** An OCID by its two ends; the whole is a command away. */
const shortOcid = (ocid: string): string => (ocid.length > 48 ? `${ocid.slice(0, 30)}…${ocid.slice(-6)}` : ocid);

export const plain = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>$~-]/g, '\\$&');

/** What a live result says, in the order in which one would try. */
export function resultTooltip({ words, causes, status, code, requestId }: LiveResult): string {
  const trace = [status, code === String(status) ? undefined : code, requestId && `opc-request-id ${requestId}`];
  const shown = trace.filter((part) => part !== undefined && part !== '').map((part) => plain(String(part)));
  const advice = causes.map(({ cause, next }, index) => `${index + 1}. **${plain(cause)}** ${plain(next)}`);
  return [plain(capitalised(words)), ...(shown.length > 0 ? [shown.join(' · ')] : []), advice.join('\n')].join('\n\n');
}

export const healthOf = ({ problems }: Credential): 'error' | 'warning' | 'good' =>
  problems.some(({ severity }) => severity === 'error') ? 'error' : isUnhealthy(problems) ? 'warning' : 'good';
