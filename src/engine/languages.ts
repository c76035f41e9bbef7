import { COMMANDS } from '../knowledge/sdks/command';
import { CSHARP_GRAMMAR, csharpFrontEnd } from '../source/csharp';
import { dockerfileFrontEnd } from '../source/data/dockerfile';
import { dotenvFrontEnd } from '../source/data/dotenv';
import { iniFrontEnd } from '../source/data/ini';
import { jsonFrontEnd } from '../source/data/json';
import { markdownFrontEnd } from '../source/data/markdown';
import { propertiesFrontEnd } from '../source/data/properties';
import { foreignFrontEnd, textFrontEnd, writtenFrontEnd } from '../source/data/text';
import { tomlFrontEnd } from '../source/data/toml';
import { yamlFrontEnd } from '../source/data/yaml';
import { GO_GRAMMAR, goFrontEnd } from '../source/go';
import { type GrammarSource, Grammars } from '../source/grammar';
import { JAVA_GRAMMAR, javaFrontEnd } from '../source/java';
import { POWERSHELL_GRAMMAR, powershellFrontEnd } from '../source/powershell';
import type { FrontEnd, Language } from '../source/program';
import { PYTHON_GRAMMAR, pythonFrontEnd } from '../source/python';
import { SHELL_GRAMMAR, shellFrontEnd } from '../source/shell';
import { sqlFrontEnd } from '../source/sql';
import { TERRAFORM_GRAMMAR, terraformFrontEnd } from '../source/terraform';
import {
  JAVASCRIPT_GRAMMAR,
  javascriptFrontEnd,
  TSX_GRAMMAR,
  TYPESCRIPT_GRAMMAR,
  typescriptFrontEnd,
} from '../source/typescript';

interface LanguageEntry {
  readonly language: Language;
  /** Identifiers that editors use. */
  readonly ids: readonly string[];
  readonly extensions: readonly string[];
  /** Whole file names, lower case. */
  readonly names?: RegExp;
  /** Of data, which needs no grammar. */
  readonly ready?: FrontEnd;
  load(grammars: Grammars): Promise<FrontEnd>;
}

const LANGUAGES: readonly LanguageEntry[] = [
  {
    language: 'python',
    ids: ['python'],
    extensions: ['py', 'pyi', 'pyw'],
    load: async (grammars) => pythonFrontEnd(await grammars.parser(PYTHON_GRAMMAR)),
  },
  {
    language: 'typescript',
    ids: ['typescript'],
    extensions: ['ts', 'mts', 'cts'],
    load: async (grammars) => typescriptFrontEnd(await grammars.parser(TYPESCRIPT_GRAMMAR)),
  },
  {
    language: 'typescript',
    ids: ['typescriptreact'],
    extensions: ['tsx'],
    load: async (grammars) => typescriptFrontEnd(await grammars.parser(TSX_GRAMMAR)),
  },
  {
    language: 'javascript',
    ids: ['javascript', 'javascriptreact'],
    extensions: ['js', 'mjs', 'cjs', 'jsx'],
    load: async (grammars) => javascriptFrontEnd(await grammars.parser(JAVASCRIPT_GRAMMAR)),
  },
  {
    language: 'go',
    ids: ['go'],
    extensions: ['go'],
    load: async (grammars) => goFrontEnd(await grammars.parser(GO_GRAMMAR)),
  },
  {
    language: 'csharp',
    ids: ['csharp'],
    extensions: ['cs', 'csx'],
    load: async (grammars) => csharpFrontEnd(await grammars.parser(CSHARP_GRAMMAR)),
  },
  {
    language: 'java',
    ids: ['java'],
    extensions: ['java'],
    load: async (grammars) => javaFrontEnd(await grammars.parser(JAVA_GRAMMAR)),
  },
  {
    language: 'shell',
    ids: ['shellscript'],
    extensions: ['sh', 'bash', 'zsh', 'ksh', 'bats'],
    names: /^\.(?:bashrc|bash_profile|profile|zshrc|envrc)$/,
    load: async (grammars) => shellFrontEnd(await grammars.parser(SHELL_GRAMMAR), COMMANDS),
  },
  {
    language: 'powershell',
    ids: ['powershell'],
    extensions: ['ps1', 'psm1', 'psd1'],
    load: async (grammars) => powershellFrontEnd(await grammars.parser(POWERSHELL_GRAMMAR), COMMANDS),
  },
  {
    language: 'terraform',
    ids: ['terraform', 'terraform-vars', 'hcl', 'opentofu', 'opentofu-vars'],
    extensions: ['tf', 'tfvars', 'hcl', 'tofu'],
    load: async (grammars) => terraformFrontEnd(await grammars.parser(TERRAFORM_GRAMMAR)),
  },
  data('yaml', yamlFrontEnd, ['yaml', 'yml'], ['yaml', 'dockercompose', 'github-actions-workflow', 'helm']),
  data('json', jsonFrontEnd, ['json', 'jsonc', 'json5'], ['json', 'jsonc']),
  data('toml', tomlFrontEnd, ['toml'], ['toml']),
  data('dotenv', dotenvFrontEnd, ['env'], ['dotenv'], /^\.env(?:\..*)?$/),
  data('ini', iniFrontEnd, ['ini', 'cfg', 'conf'], ['ini'], /^(?:\.?oci[-_.]?)?config$/),
  data('properties', propertiesFrontEnd, ['properties'], ['properties', 'java-properties', 'spring-boot-properties']),
  data('dockerfile', dockerfileFrontEnd, ['dockerfile'], ['dockerfile'], /^(?:dockerfile|containerfile)(?:\..*)?$/),
  data('markdown', markdownFrontEnd, ['md', 'markdown'], ['markdown']),
  data('sql', sqlFrontEnd, ['sql', 'pls', 'pks', 'pkb', 'plsql'], ['sql', 'plsql', 'oraclesql']),
  data('text', textFrontEnd, ['pem', 'key', 'txt', 'policy'], ['plaintext', 'pem'], /^token$/),
  data(
    'foreign',
    foreignFrontEnd,
    [
      'http',
      'rest',
      'xml',
      'html',
      'rst',
      'adoc',
      'j2',
      'tpl',
      'tmpl',
      'kt',
      'kts',
      'scala',
      'groovy',
      'gradle',
    ].concat([
      'php',
      'rb',
      'rs',
      'swift',
      'r',
      'lua',
      'c',
      'cc',
      'cpp',
      'h',
      'hpp',
      'pl',
      'vue',
      'svelte',
      'bat',
      'cmd',
      'fish',
    ]),
    ['http', 'xml', 'html', 'restructuredtext', 'kotlin', 'scala', 'groovy', 'php', 'ruby', 'rust', 'swift', 'vue'],
  ),
];

/** A format whose reader needs no grammar. */
function data(
  language: Language,
  frontEnd: FrontEnd,
  extensions: readonly string[],
  ids: readonly string[],
  names?: RegExp,
): LanguageEntry {
  return { language, ids, extensions, names, ready: frontEnd, load: async () => frontEnd };
}

const baseName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).toLowerCase();

/** How a document is read: by the editor's identifier, else by its name; undefined for what we do not read. */
function entryOf(uri: string, id?: string): LanguageEntry | undefined {
  const name = baseName(uri);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const byId = LANGUAGES.find((entry) => id !== undefined && entry.ids.includes(id));
  return byId ?? LANGUAGES.find((entry) => entry.names?.test(name) || entry.extensions.includes(extension));
}

export const languageOf = (uri: string, id?: string): Language | undefined => entryOf(uri, id)?.language;

/** How a file of data is read; undefined for code. */
export const dataFrontEndOf = (uri: string): FrontEnd | undefined => entryOf(uri)?.ready;

const COPY = /\.(?:bak|old|orig|backup|template|example|sample|p8|token)$/;

/** Whether a file that nobody reads by its name is worth a look at its content: no extension, a copy, a telling name. */
export function mayBeCredential(uri: string): boolean {
  const name = baseName(uri);
  if (!name.includes('.') || COPY.test(name)) return true;
  const visible = name.startsWith('.') ? name.slice(1) : name;
  const dot = visible.indexOf('.');
  return dot >= 0 && /oci|config/.test(visible.slice(0, dot));
}

/** How a file is read whose name says nothing: credentials are recognised by their content. */
export function idByContent(text: string): string | undefined {
  if (/^[ \t]{0,8}\[\w/m.test(text) && /^[ \t]{0,8}fingerprint[ \t]{0,8}=/m.test(text)) return 'ini';
  return /PRIVATE KEY-----|^\s{0,80}eyJ/.test(text) ? 'plaintext' : undefined;
}

export const isNotebook = (uri: string): boolean => baseName(uri).endsWith('.ipynb');

/** Loads front ends on first use. */
export class FrontEnds {
  private readonly grammars: Grammars;
  private readonly loaded = new Map<LanguageEntry, Promise<FrontEnd>>();

  constructor(source: GrammarSource) {
    this.grammars = new Grammars(source);
  }

  /** The front end of what a program writes under a name: what is one text in a file of its own is one here. */
  async written(name: string): Promise<FrontEnd> {
    const language = languageOf(name);
    return language === undefined || ['ini', 'properties', 'text'].includes(language)
      ? writtenFrontEnd
      : this.get(name);
  }

  /** The front end of a document whose language `languageOf` told; dialects of one language differ by name. */
  get(uri: string, id?: string): Promise<FrontEnd> {
    const entry = entryOf(uri, id);
    if (!entry) throw new Error(`no front end for ${baseName(uri)}`);
    let frontEnd = this.loaded.get(entry);
    if (!frontEnd) {
      frontEnd = entry.load(this.grammars);
      this.loaded.set(entry, frontEnd);
    }
    return frontEnd;
  }
}
