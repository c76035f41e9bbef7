import { FUNCTION_FORMS, packagesOf } from '../../knowledge/code';
import type { Method } from '../../knowledge/method';
import type { Deployed, DeploymentPiece } from './piece';

const TITLES: Readonly<Partial<Record<Method, string>>> = {
  'resource-principal': 'Functions puts the resource principal into the environment; no key is configured',
  'genai-api-key': 'Set OCI_GENAI_API_KEY in the function’s configuration, never in this file',
};

/** The manifest that names the handler, and what the handler imports. */
export function functionPieces(
  method: Method,
  { language, program }: Required<Pick<Deployed, 'language' | 'program'>>,
): readonly DeploymentPiece[] {
  const title = TITLES[method];
  const form = FUNCTION_FORMS[language];
  if (title === undefined || !form) return [];
  const manifest: DeploymentPiece = {
    title,
    file: 'func.yaml',
    text: `schema_version: 20180708
name: genai-caller
version: 0.0.1
${form.runtime}
memory: 512
timeout: 120
`,
  };
  const packages = packagesOf(language, program);
  return [manifest, ...(packages.length > 0 ? dependencies(language, packages) : [])];
}

function dependencies(language: string, packages: readonly string[]): readonly DeploymentPiece[] {
  const title = 'What the function imports';
  if (language === 'python') return [{ title, file: 'requirements.txt', text: `${packages.join('\n')}\n` }];
  const all = [...packages, 'tsx'].sort();
  const json = { private: true, type: 'module', dependencies: Object.fromEntries(all.map((name) => [name, 'latest'])) };
  return [{ title, file: 'package.json', text: `${JSON.stringify(json, undefined, 2)}\n` }];
}
