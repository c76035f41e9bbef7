import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Span } from '../../../source/program';
import { appended, type ListPackages } from './list';

/** What a package of the SDK is asked for where no other tells the project's version. */
const ANY_VERSION = '^2.0.0';

/** In `dependencies`; all packages `oci-…` are released together, so the version is that of the others. */
export const inPackageJson: ListPackages = (text, names) => {
  const root = parseTree(text);
  const own = root && findNodeAtLocation(root, ['dependencies']);
  if (own?.type !== 'object') return undefined;
  const listed = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((key) =>
    entriesOf(findNodeAtLocation(root as Node, [key])),
  );
  const version = listed.find(({ name }) => /^oci-[a-z]+$/.test(name))?.version ?? ANY_VERSION;
  const missing = names.filter((name) => !listed.some((one) => one.name === name));
  const spans = (own.children ?? []).map(spanOf);
  return appended(
    text,
    spanOf(own),
    spans,
    missing.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(version)}`),
  );
};

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

function entriesOf(object: Node | undefined): { readonly name: string; readonly version: string }[] {
  return (object?.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return typeof key?.value === 'string' && typeof value?.value === 'string'
      ? [{ name: key.value, version: value.value }]
      : [];
  });
}
