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
    const code = withoutComment(line);
    block.push(code);
    const bare = code.replace(/"(?:[^"\\]|\\.)*"/g, '');
    depth += bare.split('{').length - bare.split('}').length;
    if (depth <= 0 && block.join('').includes('{')) break;
  }
  return block.join('\n');
}

/** A hash or two slashes inside of a string begin none. */
function withoutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') quoted = !quoted;
    else if (!quoted && (line[at] === '#' || line.startsWith('//', at))) return line.slice(0, at);
  }
  return line;
}
