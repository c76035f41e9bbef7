import { type GrammarSource, Grammars } from '../source/grammar';
import type { FrontEnd, Language } from '../source/program';
import { PYTHON_GRAMMAR, pythonFrontEnd } from '../source/python';

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
];

const baseName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).toLowerCase();

/** The language of a document by the editor's identifier, else by its name; undefined for what we do not read. */
export function languageOf(uri: string, id?: string): Language | undefined {
  const name = baseName(uri);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const byId = LANGUAGES.find((entry) => id !== undefined && entry.ids.includes(id));
  return (byId ?? LANGUAGES.find((entry) => entry.names?.includes(name) || entry.extensions.includes(extension)))?.language;
}

export const isNotebook = (uri: string): boolean => baseName(uri).endsWith('.ipynb');

/** Loads front ends on first use. */
export class FrontEnds {
  private readonly grammars: Grammars;
  private readonly loaded = new Map<Language, Promise<FrontEnd>>();

  constructor(source: GrammarSource) {
    this.grammars = new Grammars(source);
  }

  get(language: Language): Promise<FrontEnd> {
    let frontEnd = this.loaded.get(language);
    if (!frontEnd) {
      const entry = LANGUAGES.find((one) => one.language === language);
      if (!entry) throw new Error(`no front end for ${language}`);
      frontEnd = entry.load(this.grammars);
      this.loaded.set(language, frontEnd);
    }
    return frontEnd;
  }
}
