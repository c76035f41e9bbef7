import { folderOf, type Resolver } from '../resolve';

/** Scripts are sourced by a path from their own folder, or from one above it where people start them. */
const MAX_LEVELS = 4;

export const resolveSourced: Resolver = (from, { module }, files) => {
  const path = module.replace(/^(?:\.\/)+/, '');
  if (path.startsWith('/') || path.startsWith('~')) return undefined;
  let folder = folderOf(from);
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const uri = climbed(folder, path);
    if (uri !== from && files.has(uri)) return { uri, whole: false };
    folder = folderOf(folder);
  }
  return undefined;
};

function climbed(folder: string, path: string): string {
  let base = folder;
  let rest = path;
  while (rest.startsWith('../')) {
    base = folderOf(base);
    rest = rest.slice('../'.length);
  }
  return `${base}/${rest}`;
}
