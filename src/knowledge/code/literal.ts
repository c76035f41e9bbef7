import type { CodeLanguage } from './contract';

/** No name holds them, and each would end a line. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** The inside of a string in double quotes, alike in Python, Java, Go and C#. */
const inDouble = (text: string): string => text.replace(/["\\]/g, '\\$&');

const INSIDE: Readonly<Record<CodeLanguage, (text: string) => string>> = {
  python: inDouble,
  java: inDouble,
  go: inDouble,
  csharp: inDouble,
  typescript: (text) => text.replace(/['\\]/g, '\\$&'),
  // A shell's words are quoted whole, where they stand.
  shell: (text) => text,
};

/** What a user typed, as it stands inside the strings that a language's programs write. */
export const insideString = (language: CodeLanguage, text: string): string =>
  INSIDE[language](text.replace(CONTROLS, ''));

/** A word of a shell that is itself, whatever it holds. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Quoted only where it needs to be. */
export const shellWord = (text: string): string => (/^[\w.@-]+$/.test(text) ? text : shellQuoted(text));

/** Inside a here-document that expands its variables. */
export const inHereDocument = (text: string): string => text.replace(CONTROLS, '').replace(/[\\$`]/g, '\\$&');

/** A scalar of YAML. */
export const yamlScalar = (text: string): string => (/^[A-Za-z][\w.-]*$/.test(text) ? text : JSON.stringify(text));
