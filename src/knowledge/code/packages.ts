import type { CodeLanguage } from './contract';

/** Packages of PyPI by what is imported, the longest module first. */
const PYTHON: readonly (readonly [module: string, pypi: string])[] = [
  ['llama_index.llms.oci_genai', 'llama-index-llms-oci-genai'],
  ['llama_index.embeddings.oci_genai', 'llama-index-embeddings-oci-genai'],
  ['llama_index.llms.openai_like', 'llama-index-llms-openai-like'],
  ['oci.addons.adk', 'oci[adk]'],
  ['oci_genai_auth', 'oci-genai-auth'],
  ['langchain_oci', 'langchain-oci'],
  ['langchain_openai', 'langchain-openai'],
  ['litellm', 'litellm'],
  ['openai', 'openai'],
  ['requests', 'requests'],
  ['httpx', 'httpx'],
  ['fdk', 'fdk'],
  ['oci', 'oci'],
];

/** What a program imports, as its package manager names it; the standard library is none of it. */
export function packagesOf(language: CodeLanguage, program: string): readonly string[] {
  if (language === 'python') {
    const modules = [...program.matchAll(/^(?:import|from) ([\w.]{1,80})/gm)].map(([, module = '']) => module);
    const found = modules.flatMap((module) => {
      const known = PYTHON.find(([name]) => module === name || module.startsWith(`${name}.`));
      return known ? [known[1]] : [];
    });
    return [...new Set(found)].sort();
  }
  if (language !== 'typescript') return [];
  const modules = program
    .split('\n')
    .flatMap((line) => /^import [^']{1,200} from '([^']{1,80})';$/.exec(line)?.[1] ?? []);
  return [...new Set(modules.filter((module) => !module.startsWith('node:')))].sort();
}
