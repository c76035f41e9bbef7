import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { RULES } from '../../src/rules';
import { applied } from '../../src/rules/repair/edits';
import { fixtureFiles, surroundingsOf, testEngine } from './fixtures';
import { fill } from './material';

const HERE = import.meta.dirname ?? __dirname;

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  esModuleInterop: true,
  allowJs: true,
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
};

interface Variant {
  readonly file: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** Every fix, not only the preferred one, of every finding of a file. */
async function variants(file: string): Promise<Variant[]> {
  const engine = testEngine();
  const uri = pathToFileURL(file).href;
  const before = fill(readFileSync(file, 'utf8'));
  const found = await engine.lint({ uri, text: before }, await surroundingsOf(file));
  return found.flatMap((finding) =>
    engine.fixes(uri, finding).map(({ title, edits }) => ({ file, title, before, after: applied(before, edits) })),
  );
}

/** What the compiler says of texts that stand where no files are, beside the fixtures so that packages are found. */
function complaints(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists, getSourceFile } = host;
  const parsed = new Map<string, ts.SourceFile | undefined>();
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return new Map(
    [...texts.keys()].map((name) => {
      const source = program.getSourceFile(name);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).sort()];
    }),
  );
}

describe('fixes in TypeScript and JavaScript', () => {
  it('compile against the real packages as well as what they repair', async function () {
    this.timeout(120_000);
    const files = RULES.map(({ id }) => path.join(HERE, id))
      .filter((folder) => existsSync(folder) && readdirSync(folder).length > 0)
      .flatMap((folder) => fixtureFiles(folder, 'bad'))
      .filter((file) => /\.[jt]sx?$/.test(file));
    const all: Variant[] = [];
    for (const file of files) all.push(...(await variants(file)));
    assert.ok(all.length > 50, `${all.length} fixes`);
    const texts = new Map<string, string>();
    const pairs = all.map((variant, at) => {
      const name = (kind: string): string =>
        path.join(path.dirname(variant.file), `${kind}${at}.${path.basename(variant.file)}`);
      const beforeName = path.join(path.dirname(variant.file), `before.${path.basename(variant.file)}`);
      texts.set(beforeName, variant.before);
      texts.set(name('after'), variant.after);
      return { variant, before: beforeName, after: name('after') };
    });
    const said = complaints(texts);
    for (const { variant, before, after } of pairs) {
      const known = said.get(before) ?? [];
      // JavaScript that is checked has no place for types.
      const isTyped = /\.[cm]?tsx?$/.test(variant.file);
      const fresh = (said.get(after) ?? []).filter(
        (one) => !known.includes(one) && (isTyped || !/implicitly has /.test(one)),
      );
      assert.deepEqual(fresh, [], `${variant.file}: ${variant.title}\n${variant.after}`);
    }
  });
});
