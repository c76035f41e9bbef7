/** Documents that may hold something to lint; `git:` and other historic views are left alone. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-notebook-cell'];

const LANGUAGES = [
  'python',
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'java',
  'csharp',
  'shellscript',
  'powershell',
  'go',
  'terraform',
  'yaml',
  'dockerfile',
  'json',
  'jsonc',
  'toml',
  'dotenv',
  'ini',
  'properties',
  'markdown',
  'sql',
  'http',
  'xml',
  'html',
  'restructuredtext',
  'kotlin',
  'scala',
  'groovy',
  'php',
  'ruby',
  'rust',
  'swift',
  'vue',
];

/** Files of IAM statements have no language of their own. */
const POLICY_FILES = ['**/*.policy', '**/*polic{y,ies}*.txt'];

export const SELECTOR = SCHEMES.flatMap((scheme) => [
  ...LANGUAGES.map((language) => ({ scheme, language })),
  ...POLICY_FILES.map((pattern) => ({ scheme, pattern })),
]);
