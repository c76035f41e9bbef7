import { type Credential, methodShown } from '../../credentials/credential';
import { ago } from '../../credentials/health/token';
import { isUnhealthy } from '../../credentials/problem';
import { PLANE_FACTS, type Plane } from '../../knowledge/plane';
import type { LiveReport } from '../../live/main';
import { capitalised, plain } from './escape';
import { briefly, overall } from './tested';

export const planeLabel = (plane: Plane): string => capitalised(PLANE_FACTS[plane].label);

/** `expires in 42 minutes · us-chicago-1 · session token`: what is cut off last matters least. */
export function summaryOf(credential: Credential, now: number, cliProfile?: string, report?: LiveReport): string {
  const { region, expiry, profile } = credential;
  const chosen = profile !== undefined && profile === cliProfile ? 'chosen for the CLI' : undefined;
  const left = expiry === undefined ? undefined : lifetime(expiry, now);
  const parts = [report && briefly(report), left, region, methodOf(credential), chosen];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Nothing where the row is named after it. */
function methodOf(credential: Credential): string | undefined {
  const words = methodShown(credential);
  return words?.toLowerCase() === credential.label.toLowerCase() ? undefined : words;
}

const lifetime = (expiry: number, now: number): string =>
  expiry > now ? `expires in ${ago(expiry - now)}` : `expired ${ago(now - expiry)} ago`;

/** For a screen reader: everything that colour and icon say. */
export function spoken(credential: Credential, now: number, report?: LiveReport): string {
  const count = credential.problems.filter(({ severity }) => severity !== 'info').length;
  const health = count === 0 ? 'healthy' : `${count} problem${count === 1 ? '' : 's'}`;
  const summary = summaryOf(credential, now, undefined, report);
  return [credential.label, summary, health].filter((part) => part !== '').join(', ');
}

/** Markdown, of the user's own values: everything that could be markup is escaped. */
export function tooltipOf(credential: Credential, report: LiveReport | undefined, now: number): string {
  const { label, region, tenancy, user, fingerprint, expiry, origin, problems } = credential;
  const rows = [
    ['Method', methodShown(credential)],
    ['Region', region],
    ['Tenancy', tenancy && shortOcid(tenancy)],
    ['User', user && shortOcid(user)],
    ['Fingerprint', fingerprint],
    ['Expires', expiry === undefined ? undefined : new Date(expiry).toLocaleString()],
    ['From', origin],
    ['Tested', report && `${ago(Math.max(1000, now - report.at))} ago: ${overall(report).words}`],
    ['For compartment', report?.compartment && shortOcid(report.compartment)],
  ].flatMap(([name, value]) => (value ? [`| ${name} | ${plain(value)} |`] : []));
  const told = problems.map(({ severity, message }) => `- $(${MARK[severity]}) ${plain(capitalised(message))}`);
  return [`**${plain(label)}**`, '', '| | |', '|---|---|', ...rows, '', ...told].join('\n');
}

const MARK = { error: 'error', warning: 'warning', info: 'info' } as const;

/** An OCID by its two ends; the whole is a command away. */
const shortOcid = (ocid: string): string => (ocid.length > 48 ? `${ocid.slice(0, 30)}…${ocid.slice(-6)}` : ocid);

/** The worst of what its files show and what OCI said. */
export function healthOf({ problems }: Credential, report?: LiveReport): 'error' | 'warning' | 'good' {
  const tone = report && overall(report).tone;
  if (tone === 'bad') return 'error';
  const offline = offlineHealth(problems);
  return tone === 'warning' && offline === 'good' ? 'warning' : offline;
}

const offlineHealth = (problems: Credential['problems']): 'error' | 'warning' | 'good' =>
  problems.some(({ severity }) => severity === 'error') ? 'error' : isUnhealthy(problems) ? 'warning' : 'good';
