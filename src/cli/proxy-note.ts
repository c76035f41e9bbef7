import type { Tested } from './creds-test';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];
const OF_THE_NETWORK: ReadonlySet<string> = new Set(['unreachable', 'timeout', 'region-unusable']);

/** Node goes through a proxy by its variable only when told to (nodejs.org cli.html, `NODE_USE_ENV_PROXY`: 22.21, 24.0). */
const USED_SINCE: readonly (readonly [major: number, minor: number])[] = [
  [22, 21],
  [24, 0],
];

/** Where nothing was reached and a proxy is named that Node does not use: what to do about it. */
export function proxyNote(
  tested: readonly Tested[],
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): string | undefined {
  const named = VARIABLES.find((name) => environment[name]);
  const failed = tested.some(({ report }) => report?.results.some(({ verdict }) => OF_THE_NETWORK.has(verdict)));
  if (!named || !failed) return undefined;
  const able = canUse(version);
  if (able && environment['NODE_USE_ENV_PROXY'] === '1') return undefined;
  const next = able ? 'set NODE_USE_ENV_PROXY=1' : 'use Node.js 24 with NODE_USE_ENV_PROXY=1';
  return `${named} is set, but Node.js does not use it by itself: ${next}, or test from the editor.`;
}

function canUse(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return USED_SINCE.some((since) => since[0] === major && minor >= since[1]) || major > 24;
}
