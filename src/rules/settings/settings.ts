import ignore from 'ignore';
import type { Severity } from '../contract';

/** The name of the file that editor, language server and CLI read alike. */
export const SETTINGS_FILE = 'principled.json';

export type Level = Severity | 'off';

export const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error'];

export type Severities = ReadonlyMap<string, Level>;

/** Patterns are those of `.gitignore`, read from the folder of the settings file. */
type Patterns = readonly string[];

export interface Allowance {
  readonly paths: Patterns;
  /** Absent: every rule. */
  readonly rules?: readonly string[];
}

export interface Settings {
  readonly exclude: Patterns;
  readonly severities: Severities;
  readonly overrides: readonly { readonly paths: Patterns; readonly severities: Severities }[];
  readonly allow: readonly Allowance[];
  readonly placeholders: readonly string[];
}

/** What the settings say of one file. */
export interface FileSettings {
  readonly excluded: boolean;
  /** Rules with a level of their own here; later overrides win, what is allowed is off. */
  level(rule: string): Level | undefined;
  /** Texts that mark a value as standing for a secret, in lower case. */
  readonly placeholders: readonly string[];
}

/** `path` is relative to the folder of the settings file, with slashes. */
export function settingsOf(settings: Settings, path: string): FileSettings {
  const matches = (patterns: Patterns): boolean =>
    ignore()
      .add([...patterns])
      .ignores(path);
  const layers = [
    settings.severities,
    ...settings.overrides.filter(({ paths }) => matches(paths)).map(({ severities }) => severities),
  ];
  const allowed = settings.allow.filter(({ paths }) => matches(paths));
  return {
    excluded: matches(settings.exclude),
    level: (rule) => {
      if (allowed.some(({ rules }) => !rules || rules.includes(rule))) return 'off';
      return layers.findLast((layer) => layer.has(rule))?.get(rule);
    },
    placeholders: settings.placeholders,
  };
}
