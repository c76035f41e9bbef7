import type { ManifestName } from '../../contract';
import { inGoMod } from './go-mod';
import type { ListPackages } from './list';
import { inPackageJson } from './package-json';
import { inPom } from './pom';
import { inPyproject } from './pyproject';
import { inRequirements } from './requirements';

/** Where projects say what they need, by file name. */
export const MANIFESTS: Readonly<Record<ManifestName, ListPackages>> = {
  'requirements.txt': inRequirements,
  'pyproject.toml': inPyproject,
  'package.json': inPackageJson,
  'pom.xml': inPom,
  'go.mod': inGoMod,
};
