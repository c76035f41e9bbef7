import { type Files, folderOf, type Resolved, type Resolver } from '../resolve';

/** Folders above a file that may be the root from which its absolute imports start. */
const MAX_LEVELS = 8;

/** Under a project's root, packages often stand one folder deeper. */
const SOURCE_ROOTS = ['', '/src', '/app', '/lib'];

function moduleFile(base: string, files: Files): string | undefined {
  return [`${base}.py`, `${base}/__init__.py`].find((uri) => files.has(uri));
}

/** `from .auth import signer`: one dot is the package of the file, each further one its parent. */
function relativeBase(from: string, module: string): string {
  const dots = /^\.+/.exec(module)?.[0].length ?? 0;
  let folder = folderOf(from);
  for (let level = 1; level < dots; level += 1) folder = folderOf(folder);
  const rest = module.slice(dots);
  return rest ? `${folder}/${rest.replaceAll('.', '/')}` : folder;
}

function* bases(from: string, module: string): Iterable<string> {
  if (module.startsWith('.')) {
    yield relativeBase(from, module);
    return;
  }
  let folder = folderOf(from);
  for (let level = 0; level < MAX_LEVELS && folder.length > 'file://'.length; level += 1) {
    for (const root of SOURCE_ROOTS) yield `${folder}${root}/${module.replaceAll('.', '/')}`;
    folder = folderOf(folder);
  }
}

/** Python: relative imports by dots, absolute ones from the file's own folder and the source roots above it. */
export const resolvePython: Resolver = (from, name, files): Resolved | undefined => {
  for (const base of bases(from, name.module)) {
    const file = moduleFile(base, files);
    // `from package import module` binds the module itself.
    const inner = name.name === undefined || name.name === '*' ? undefined : moduleFile(`${base}/${name.name}`, files);
    if (inner && inner !== from) return { uri: inner, whole: true };
    if (file && file !== from) return { uri: file, whole: name.name === undefined };
  }
  return undefined;
};
