import { GO_MODULES } from '../../knowledge/sdks/go-writing';
import { JAVA_PACKAGES } from '../../knowledge/sdks/java-writing';
import { PYTHON_PACKAGES } from '../../knowledge/sdks/python-writing';
import { TYPESCRIPT_PACKAGES } from '../../knowledge/sdks/typescript-writing';
import type { Language } from '../../source/program';
import type { Fix, ManifestName, RuleContext } from '../contract';
import { rootOf } from './root';

interface Listing {
  readonly manifests: readonly ManifestName[];
  /** The modules that a text imports, one in each match. */
  readonly imports: RegExp;
  readonly packages: Readonly<Record<string, string>>;
}

const SCRIPT: Listing = {
  manifests: ['package.json'],
  imports: /(?:\bfrom |\brequire\()["']([a-z-]+)["']/g,
  packages: TYPESCRIPT_PACKAGES,
};

/** A module is listed by its path. */
const SELF = Object.fromEntries(Object.keys(GO_MODULES).map((path) => [path, path]));

const LISTINGS: Readonly<Partial<Record<Language, Listing>>> = {
  python: {
    manifests: ['requirements.txt', 'pyproject.toml'],
    imports: /^(?:import|from) (\w+)/gm,
    packages: PYTHON_PACKAGES,
  },
  typescript: SCRIPT,
  javascript: SCRIPT,
  go: { manifests: ['go.mod'], imports: /"([\w.-]+\/[\w.-]+\/[\w.-]+\/v\d+)\//g, packages: SELF },
  java: { manifests: ['pom.xml'], imports: /\bcom\.oracle\.bmc\.(?:auth\.)?([a-z]+)\b/g, packages: JAVA_PACKAGES },
};

/** The same fix once more for each file that may list the project's packages, with those that it newly imports. */
export function withDependencies<T extends Fix>(context: RuleContext, fix: T): readonly T[] {
  const listing = LISTINGS[context.program.language];
  if (!listing) return [fix];
  const text = fix.edits.map((edit) => edit.text).join('\n');
  const modules = [...text.matchAll(listing.imports)].map((match) => match[1] ?? '');
  const names = [...new Set(modules.flatMap((module) => listing.packages[module] ?? []))];
  if (names.length === 0) return [fix];
  const root = rootOf(context);
  const listed = listing.manifests.map((manifest): T => {
    const title = `${fix.title}, and list ${names.join(', ')} in ${manifest}`;
    return { ...fix, title, preferred: false, packages: { manifest, root, names } };
  });
  return [fix, ...listed];
}
