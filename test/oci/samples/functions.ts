import { FUNCTION_FORMS } from '../../../src/knowledge/code';
import type { Language } from '../toolchains/toolchain';
import type { Collected } from './collect';
import { MARK, type Together } from './together';

/** Functions of a language in one program, each called once; a stub stands in for the development kit. */
type Join = (samples: readonly Collected[]) => Together;

const numbered = (
  samples: readonly Collected[],
  fileOf: (at: number) => string,
  textOf: (text: string, at: number) => string,
) => Object.fromEntries(samples.map(({ text }, at) => [fileOf(at), textOf(text, at)] as const));

const python: Join = (samples) => ({
  entry: 'main.py',
  files: {
    ...numbered(
      samples,
      (at) => `s${at}.py`,
      (text) => `${text}\nprint(handler(None).response_data)\n`,
    ),
    'fdk/__init__.py': '',
    'fdk/response.py':
      'class Response:\n    def __init__(self, ctx, response_data=None):\n        self.response_data = response_data\n',
    'main.py': [
      'import os, runpy',
      'here = os.path.dirname(__file__)',
      ...samples.flatMap(({ name }, at) => [
        `print("${MARK}${name}", flush=True)`,
        `runpy.run_path(os.path.join(here, "s${at}.py"))`,
      ]),
      '',
    ].join('\n'),
  },
});

const typescript: Join = (samples) => ({
  entry: 'run.mts',
  files: {
    ...numbered(
      samples,
      (at) => `s${at}.mts`,
      (text) => text.replace(/\nfdk\.handle\(handler\);\n$/, '\nexport default fdk.handle(handler);\n'),
    ),
    'node_modules/@fnproject/fdk/package.json': '{"name":"@fnproject/fdk","main":"index.js","types":"index.d.ts"}',
    'node_modules/@fnproject/fdk/index.js':
      'exports.handle = (handler) => Promise.resolve(handler()).then((answer) => console.log(answer));\n',
    'node_modules/@fnproject/fdk/index.d.ts':
      'declare const fdk: { handle(handler: () => Promise<unknown>): Promise<void> };\nexport = fdk;\n',
    'run.mts': samples
      .flatMap(({ name }, at) => [`console.log('${MARK}${name}');`, `await (await import('./s${at}.mjs')).default;`])
      .join('\n'),
  },
});

const java: Join = (samples) => ({
  entry: 'Run.java',
  files: {
    ...numbered(
      samples,
      (at) => `s${at}/Main.java`,
      (text, at) => text.replace('package com.example.fn;', `package s${at};`),
    ),
    'Run.java': [
      'class Run {',
      '  public static void main(String[] args) throws Exception {',
      ...samples.flatMap(({ name }, at) => [
        `System.out.println("${MARK}${name}");`,
        `System.out.println(new s${at}.Main().handleRequest(""));`,
      ]),
      '  }',
      '}',
    ].join('\n'),
  },
});

const GO_KIT = `type handlerFunc func(context.Context, io.Reader, io.Writer)

type kit struct{}

func (kit) HandlerFunc(handler handlerFunc) handlerFunc { return handler }
func (kit) Handle(handler handlerFunc)                  { handler(context.Background(), os.Stdin, os.Stdout) }
func (kit) WriteStatus(_ io.Writer, status int)         { os.Exit(status / 100) }

var fdk kit
`;

const go: Join = (samples) => ({
  entry: 'run.go',
  files: {
    ...numbered(
      samples,
      (at) => `s${at}.go`,
      (text, at) =>
        text
          .replace('\tfdk "github.com/fnproject/fdk-go"\n', '')
          .replace('func main()', `func main${at}()`)
          .replace(/\b(?:signing|handler)\b/g, (name) => `${name}${at}`)
          .replace('func call(', `func call${at}(`)
          .replace(':= call(', `:= call${at}(`),
    ),
    'run.go': [
      'package main\n\nimport (\n\t"context"\n\t"fmt"\n\t"io"\n\t"os"\n)\n',
      GO_KIT,
      'func main() {',
      ...samples.flatMap(({ name }, at) => [`\tfmt.Println("${MARK}${name}")`, `\tmain${at}()`]),
      '}',
      '',
    ].join('\n'),
  },
});

const JOINS: Readonly<Partial<Record<Language, Join>>> = { python, typescript, java, go };

/** Programs as the handlers that the wizard writes for Functions; undefined where no kit runs the language. */
export function functionsTogether(language: Language, programs: readonly Collected[]): Together | undefined {
  const form = FUNCTION_FORMS[language];
  const samples = programs.map(({ name, text }) => ({ name, text: form?.handler(text) ?? text }));
  return form && JOINS[language]?.(samples);
}
