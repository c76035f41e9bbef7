import { folderOf, type Resolver, type WorkspaceFiles } from '../resolve';

/** The package of the file itself: what flow asks for where a class needs no import. */
const OWN = '.';

const PACKAGE = /^[ \t]*package[ \t]+([\w.]+)[ \t]*;/m;

/** Java: a class lies in the folder of its package, under a source root of this module or of its siblings. */
export const resolveJava: Resolver = (from, name, files, wanted) => {
  const own = packageOf(from, files);
  const type = name.name === '*' ? wanted : name.name;
  if (type === undefined) return undefined;
  const path = name.module === OWN ? own : name.module;
  // Of `a.b.Outer.Inner` the file is that of the outer class; what is no class name is a member of one.
  if (!/^[A-Z]/.test(type)) return undefined;
  const file = `${path === '' ? '' : `${path.replaceAll('.', '/')}/`}${type}.java`;
  const uri = roots(from, own).find((root) => `${root}/${file}` !== from && files.has(`${root}/${file}`));
  return uri === undefined ? undefined : { uri: `${uri}/${file}`, whole: false };
};

const packageOf = (from: string, files: WorkspaceFiles): string => PACKAGE.exec(files.read(from) ?? '')?.[1] ?? '';

/** Where packages begin: the folder above that of the file's own package, and the main sources beside tests. */
function roots(from: string, own: string): string[] {
  const folder = folderOf(from);
  const path = own === '' ? '' : `/${own.replaceAll('.', '/')}`;
  if (!folder.endsWith(path)) return [folder];
  const root = folder.slice(0, folder.length - path.length);
  const main = root.replace(/\/src\/[^/]+\/java$/, '/src/main/java');
  return main === root ? [root] : [root, main];
}
