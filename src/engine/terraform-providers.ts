import type { ProviderFact } from '../advisor';
import { PROVIDER_BLOCK } from '../knowledge/files';

/** A block that is longer is not one of credentials. */
const MOST_LINES = 60;

/** Blocks that begin a line of their own. */
export function providersIn(uri: string, text: string): ProviderFact[] {
  const lines = text.split('\n');
  return lines.flatMap((one, line) => {
    if (!PROVIDER_BLOCK.test(one)) return [];
    const block = blockOf(lines.slice(line, line + MOST_LINES));
    const variables = [...block.matchAll(/\bvar\.(\w+)/g)].map(([, name = '']) => name);
    return [{ uri, line, variables: [...new Set(variables)] }];
  });
}

/** Up to the brace that closes it, without comments. */
function blockOf(lines: readonly string[]): string {
  const block: string[] = [];
  let depth = 0;
  for (const line of lines) {
    const { code, opened } = readLine(line);
    block.push(code);
    depth += opened;
    if (depth <= 0 && block.some((one) => one.includes('{'))) break;
  }
  return block.join('\n');
}

/** A line without its comment, and how many more braces it opens than it closes: strings do neither. */
function readLine(line: string): { readonly code: string; readonly opened: number } {
  let quoted = false;
  let opened = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '{') opened += 1;
    else if (sign === '}') opened -= 1;
    else if (sign === '#' || line.startsWith('//', at)) return { code: line.slice(0, at), opened };
  }
  return { code: line, opened };
}
