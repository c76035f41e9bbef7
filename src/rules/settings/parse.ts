import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../source/program';
import { type Allowance, LEVELS, type Level, type Settings } from './settings';

export interface SettingsProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadSettings {
  /** What could be understood: a broken part takes nothing else with it. */
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
}

/** Nobody writes longer settings. */
const MAX_LENGTH = 1_000_000;
/** A shorter one would silence real secrets by chance. */
const MIN_PLACEHOLDER = 4;

const NOTHING: Settings = { exclude: [], severities: new Map(), overrides: [], allow: [], placeholders: [] };

/** Reads `principled.json`; comments and commas at the end are fine. `rules` are the ids that exist. */
export function readSettings(text: string, rules: readonly string[]): ReadSettings {
  if (text.length > MAX_LENGTH) return { settings: NOTHING, problems: [{ message: 'too large', span: at(0, 0) }] };
  const errors: ParseError[] = [];
  const tree = treeOf(text.replace(/^\uFEFF/, ' '), errors);
  if (tree === 'too deep') return { settings: NOTHING, problems: [{ message: 'nested too deeply', span: at(0, 0) }] };
  const problems: SettingsProblem[] = errors.map(({ error, offset, length }) => ({
    message: `not valid JSON: ${sentence(printParseErrorCode(error))}`,
    span: at(offset, length),
  }));
  if (!tree) return { settings: NOTHING, problems };
  const reader = new Reader(rules, problems);
  return { settings: reader.settings(tree), problems };
}

/** The parser recurses; its stack is the only bound that it has. */
function treeOf(text: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

const at = (offset: number, length: number): Span => ({ start: offset, end: offset + length });
const sentence = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

type Readers = Readonly<Record<string, (value: Node) => void>>;

class Reader {
  constructor(
    private readonly rules: readonly string[],
    private readonly problems: SettingsProblem[],
  ) {}

  settings(tree: Node): Settings {
    let { exclude, severities, overrides, allow, placeholders } = NOTHING;
    this.object(tree, 'the settings', {
      $schema: (node) => void this.text(node, '$schema'),
      exclude: (node) => {
        exclude = this.texts(node, 'exclude');
      },
      severities: (node) => {
        severities = this.severities(node);
      },
      overrides: (node) => {
        overrides = this.items(node, 'overrides').map((one) => this.override(one));
      },
      allow: (node) => {
        allow = this.items(node, 'allow').flatMap((one) => this.allowance(one));
      },
      placeholders: (node) => {
        placeholders = this.placeholders(node);
      },
    });
    return { exclude, severities, overrides, allow, placeholders };
  }

  private override(node: Node): Settings['overrides'][number] {
    let paths: readonly string[] = [];
    let severities: Settings['severities'] = new Map();
    this.object(
      node,
      'an override',
      {
        paths: (value) => {
          paths = this.texts(value, 'paths');
        },
        severities: (value) => {
          severities = this.severities(value);
        },
      },
      ['paths', 'severities'],
    );
    return { paths, severities };
  }

  private allowance(node: Node): Allowance[] {
    let paths: readonly string[] = [];
    let rules: readonly string[] | undefined;
    let reason = '';
    this.object(
      node,
      'an allowance',
      {
        paths: (value) => {
          paths = this.texts(value, 'paths');
        },
        rules: (value) => {
          rules = this.textNodes(value, 'rules').flatMap((one) => this.rule(one, String(one.value)));
        },
        reason: (value) => {
          reason = this.text(value, 'reason') ?? '';
          if (value.type === 'string' && !reason.trim()) this.problem(value, 'reason is empty');
        },
      },
      ['paths', 'reason'],
    );
    // Without a reason nothing is allowed, as in a comment.
    return reason.trim() ? [{ paths, rules }] : [];
  }

  private severities(node: Node): Settings['severities'] {
    const levels = new Map<string, Level>();
    if (!this.is(node, 'object', 'severities')) return levels;
    for (const [key, value] of propertiesOf(node)) {
      const [rule] = this.rule(key, String(key.value));
      const level = LEVELS.find((one) => one === value?.value);
      if (value && !level) this.problem(value, `must be one of ${LEVELS.join(', ')}`);
      if (rule !== undefined && level) levels.set(rule, level);
    }
    return levels;
  }

  private placeholders(node: Node): string[] {
    return this.textNodes(node, 'placeholders').flatMap((one) => {
      const text = String(one.value).trim();
      if (text.length >= MIN_PLACEHOLDER) return [text.toLowerCase()];
      this.problem(one, `a placeholder needs at least ${MIN_PLACEHOLDER} characters`);
      return [];
    });
  }

  private rule(node: Node, id: string): string[] {
    if (this.rules.includes(id)) return [id];
    this.problem(node, `there is no rule ${JSON.stringify(id)}`);
    return [];
  }

  private object(node: Node, name: string, readers: Readers, required: readonly string[] = []): void {
    if (!this.is(node, 'object', name)) return;
    const seen = new Set<string>();
    for (const [key, value] of propertiesOf(node)) {
      const id = String(key.value);
      seen.add(id);
      if (!Object.hasOwn(readers, id)) this.problem(key, `${name} has no property ${JSON.stringify(id)}`);
      else if (value) readers[id]?.(value);
    }
    for (const id of required) if (!seen.has(id)) this.problem(node, `${name} needs ${JSON.stringify(id)}`);
  }

  private items(node: Node, name: string): readonly Node[] {
    return this.is(node, 'array', name) ? (node.children ?? []) : [];
  }

  private textNodes(node: Node, name: string): readonly Node[] {
    return this.items(node, name).filter((one) => this.is(one, 'string', `each of ${name}`));
  }

  private texts(node: Node, name: string): string[] {
    return this.textNodes(node, name).map((one) => String(one.value));
  }

  private text(node: Node, name: string): string | undefined {
    return this.is(node, 'string', name) ? String(getNodeValue(node)) : undefined;
  }

  private is(node: Node, type: 'object' | 'array' | 'string', name: string): boolean {
    if (node.type === type) return true;
    this.problem(node, `${name} must be ${type === 'string' ? 'a string' : `an ${type}`}`);
    return false;
  }

  private problem(node: Node, message: string): void {
    this.problems.push({ message, span: at(node.offset, node.length) });
  }
}

const propertiesOf = (node: Node): readonly (readonly [Node, Node | undefined])[] =>
  (node.children ?? []).flatMap(({ children }) => (children?.[0] ? [[children[0], children[1]] as const] : []));
