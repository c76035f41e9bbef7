import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import { RULES } from '../../src/rules';
import { applied } from '../../src/rules/repair/edits';
import { fixtureFiles, surroundingsOf, testEngine } from '../rules/fixtures';
import { fill } from '../rules/material';
import { run } from './toolchains/command';
import { go } from './toolchains/go';
import { java, libraryDirectory } from './toolchains/java';
import type { Toolchain } from './toolchains/toolchain';

const FIXTURES = fileURLToPath(new URL('../rules/', import.meta.url));
const GO_MODULE = fileURLToPath(new URL('./toolchains/go/', import.meta.url));
const MARKS = /[ \t]*\/\/ <- [a-z-]+/g;

interface Variant {
  readonly name: string;
  readonly text: string;
}

/** What a fixture is before, then what each of its fixes makes of it. */
async function variants(file: string): Promise<readonly Variant[]> {
  const engine = testEngine();
  const uri = pathToFileURL(file).href;
  const name = path.relative(FIXTURES, file);
  const text = fill(readFileSync(file, 'utf8').replace(MARKS, ''));
  const found = await engine.lint({ uri, text }, await surroundingsOf(file));
  const fixes = found.flatMap((finding) => engine.fixes(uri, finding)).filter((one) => !one.packages && !one.additions);
  const after = new Map(fixes.map(({ title, edits }) => [applied(text, edits), `${name}: ${title}`]));
  return [{ name, text }, ...[...after].map(([fixed, title]) => ({ name: title, text: fixed }))];
}

interface Compiler {
  readonly toolchain: Toolchain;
  readonly extension: string;
  /** Imports that are at hand. */
  readonly known: RegExp;
  readonly imports: RegExp;
  /** The numbers of the texts that do not compile, with what the compiler says. */
  compile(folder: string, texts: readonly string[]): Promise<ReadonlyMap<number, string>>;
}

/** The SDK's generator makes all clients alike; that of the agents is not at hand. */
const AGENTS =
  /generativeaiagent(?:runtime)?\.GenerativeAiAgent(?:Runtime)?Client|GenerativeAiAgent(?:Runtime)?Client/g;
const inference = (name: string): string =>
  name.includes('.') ? 'generativeaiinference.GenerativeAiInferenceClient' : 'GenerativeAiInferenceClient';

const complaints = (output: string, place: RegExp): ReadonlyMap<number, string> =>
  new Map(
    output.split('\n').flatMap((line): [number, string][] => {
      const at = place.exec(line)?.[1];
      return at === undefined ? [] : [[Number(at), line]];
    }),
  );

const COMPILERS: Readonly<Record<string, Compiler>> = {
  Go: {
    toolchain: go,
    extension: '.go',
    imports: /^\s*(?:import )?(?:\w+ )?"([^"\s]+)"$/gm,
    known: /^(?:[^.]*|github\.com\/(?:oracle\/oci-go-sdk\/v65|openai\/openai-go\/v3)\/?.*)$/,
    async compile(folder) {
      for (const file of ['go.mod', 'go.sum']) cpSync(path.join(GO_MODULE, file), path.join(folder, file));
      const vetted = await run(['go', 'vet', './...'], { cwd: folder });
      return complaints(vetted.output, /^(?:vet: )?v(\d+)\//);
    },
  },
  Java: {
    toolchain: java,
    extension: '.java',
    imports: /^import (?:static )?([\w.]+)/gm,
    known: /^(?:java\.|com\.oracle\.bmc\.(?:[A-Z]|auth\b|http\b|generativeai)|com\.openai\.|okhttp3\.)/,
    async compile(folder, texts) {
      const files = texts.map((_, at) => `v${at}/${FILE.java(texts[at] ?? '')}`);
      const classes = path.join(folder, 'classes');
      const flags = ['-proc:none', '-nowarn', '-Xmaxerrs', '10000', '-d', classes, '-cp', `${libraryDirectory()}/*`];
      const compiled = await run(['javac', ...flags, ...files], { cwd: folder });
      return complaints(compiled.output, /^v(\d+)\/.*: error:/);
    },
  },
};

const FILE = {
  go: () => 'main.go',
  java: (text: string) => `${/^public (?:final )?class (\w+)/m.exec(text)?.[1] ?? 'Main'}.java`,
};

/** Each text stands in a package of its own, so that all are compiled at once. */
function write(folder: string, extension: string, texts: readonly string[]): string[] {
  return texts.map((text, at) => {
    mkdirSync(path.join(folder, `v${at}`));
    const isJava = extension === '.java';
    const own = isJava ? `package v${at};\n${text.replace(/^package [\w.]+;/m, '').replace(AGENTS, inference)}` : text;
    writeFileSync(path.join(folder, `v${at}`, isJava ? FILE.java(own) : FILE.go()), own);
    return own;
  });
}

for (const [language, compiler] of Object.entries(COMPILERS)) {
  describe(`fixes in ${language}`, function () {
    this.timeout(900_000);

    it('compile against the real SDK wherever what they repair does', async function () {
      const reason = await compiler.toolchain.prepare();
      if (reason) {
        console.log(`      skipped: ${reason}`);
        this.skip();
      }
      const files = RULES.flatMap(({ id }) => fixtureFiles(path.join(FIXTURES, id), 'bad')).filter((file) => {
        const imports = [...readFileSync(file, 'utf8').matchAll(compiler.imports)].map(([, name = '']) => name);
        return file.endsWith(compiler.extension) && imports.every((name) => compiler.known.test(name));
      });
      const all: (readonly Variant[])[] = [];
      for (const file of files) all.push(await variants(file));
      const folder = mkdtempSync(path.join(tmpdir(), 'compile-'));
      try {
        const flat = all.flat();
        const texts = write(
          folder,
          compiler.extension,
          flat.map(({ text }) => text),
        );
        const failed = await compiler.compile(folder, texts);
        let at = 0;
        let checked = 0;
        for (const [before, ...after] of all) {
          const start = at;
          at += after.length + 1;
          if (failed.has(start)) {
            console.log(`      not compiled: ${before?.name}: ${failed.get(start)}`);
            continue;
          }
          for (const [index, { name, text }] of after.entries()) {
            checked += 1;
            assert.ok(!failed.has(start + 1 + index), `${name}\n${failed.get(start + 1 + index)}\n${text}`);
          }
        }
        assert.ok(checked > 20, `${checked} fixes`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
