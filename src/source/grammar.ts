import { Language, Parser } from 'web-tree-sitter';

/** Gives the bytes of a WebAssembly file by its name (`tree-sitter-python.wasm`). The adapter knows where they lie. */
export type GrammarSource = (file: string) => Promise<Uint8Array>;

/** Loads the parser runtime once and each grammar on first use: a file of one language never pays for another. */
export class Grammars {
  private runtime: Promise<void> | undefined;
  private readonly parsers = new Map<string, Promise<Parser>>();

  constructor(private readonly source: GrammarSource) {}

  /** A parser for the grammar file; one for each grammar, shared by all programs of the thread. */
  parser(file: string): Promise<Parser> {
    let parser = this.parsers.get(file);
    if (!parser) {
      parser = this.load(file);
      this.parsers.set(file, parser);
    }
    return parser;
  }

  private async load(file: string): Promise<Parser> {
    this.runtime ??= this.start();
    await this.runtime;
    const language = await Language.load(await this.source(file));
    return new Parser().setLanguage(language);
  }

  private async start(): Promise<void> {
    const wasmBinary = await this.source('web-tree-sitter.wasm');
    // Bundled as CommonJS the runtime has no import.meta.url, so it must get both the bytes and a way to name them.
    await Parser.init({ wasmBinary, locateFile: (name: string) => name });
  }
}
