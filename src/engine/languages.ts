import { COMMANDS } from '../knowledge/sdks/command';
import { type GrammarSource, Grammars } from '../source/grammar';
import { POWERSHELL_GRAMMAR, powershellFrontEnd } from '../source/powershell';
import type { FrontEnd, Language } from '../source/program';
import { PYTHON_GRAMMAR, pythonFrontEnd } from '../source/python';
import { SHELL_GRAMMAR, shellFrontEnd } from '../source/shell';
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
  readonly names?: readonly string[];
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
    language: 'shell',
    ids: ['shellscript'],
    extensions: ['sh', 'bash', 'zsh', 'ksh', 'bats'],
    names: ['.bashrc', '.bash_profile', '.profile', '.zshrc', '.envrc'],
    load: async (grammars) => shellFrontEnd(await grammars.parser(SHELL_GRAMMAR), COMMANDS),
  },
  {
    language: 'powershell',
    ids: ['powershell'],
    extensions: ['ps1', 'psm1', 'psd1'],
    load: async (grammars) => powershellFrontEnd(await grammars.parser(POWERSHELL_GRAMMAR), COMMANDS),
  },
];

const baseName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).toLowerCase();

/** How a document is read: by the editor's identifier, else by its name; undefined for what we do not read. */
function entryOf(uri: string, id?: string): LanguageEntry | undefined {
  const name = baseName(uri);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const byId = LANGUAGES.find((entry) => id !== undefined && entry.ids.includes(id));
  return byId ?? LANGUAGES.find((entry) => entry.names?.includes(name) || entry.extensions.includes(extension));
}

export const languageOf = (uri: string, id?: string): Language | undefined => entryOf(uri, id)?.language;

export const isNotebook = (uri: string): boolean => baseName(uri).endsWith('.ipynb');

/** Loads front ends on first use. */
export class FrontEnds {
  private readonly grammars: Grammars;
  private readonly loaded = new Map<LanguageEntry, Promise<FrontEnd>>();

  constructor(source: GrammarSource) {
    this.grammars = new Grammars(source);
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
