import { type Files, folderOf, type Resolved, type Resolver } from '../resolve';

/** Folders above a file in which the root of its namespaces may lie. */
const MAX_LEVELS = 8;

/** The namespace of the file itself: classes beside it, or in the folders of the namespaces around. */
const OWN = '.';

/** Folders follow namespaces, less those that all of a project share: `App.Core.Auth` lies in `Core/Auth` or `Auth`. */
function folders(namespace: string): string[] {
  if (namespace === OWN || namespace === '') return [''];
  const parts = namespace.split('.');
  return [...parts.map((_, at) => `/${parts.slice(at).join('/')}`), ''];
}

function classFile(from: string, namespace: string, name: string, files: Files): string | undefined {
  const inner = folders(namespace);
  let folder = folderOf(from);
  for (let level = 0; level < MAX_LEVELS && folder.length > 'file://'.length; level += 1) {
    for (const path of inner) {
      const uri = `${folder}${path}/${name}.cs`;
      if (uri !== from && files.has(uri)) return uri;
    }
    folder = folderOf(folder);
  }
  return undefined;
}

const isTypeName = (name: string): boolean => /^[A-Z]\w*$/.test(name);

/** C#: by class and namespace, as projects lay out their files. */
export const resolveCSharp: Resolver = (from, name, files, wanted): Resolved | undefined => {
  const type = name.name === '*' ? wanted : name.name;
  if (type === undefined || !isTypeName(type)) return undefined;
  const uri = classFile(from, name.module, type, files);
  return uri === undefined ? undefined : { uri, whole: false };
};
