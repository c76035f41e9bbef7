import type { RuleContext } from '../contract';

/** The folder of the project; undefined where the path in it is not known. */
export function rootOf({ uri, path }: RuleContext): string | undefined {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path === uri || path.includes(':')) return undefined;
  if (uri.endsWith(`/${path}`)) return uri.slice(0, -path.length - 1);
  return uri.endsWith(`/${encoded}`) ? uri.slice(0, -encoded.length - 1) : undefined;
}
