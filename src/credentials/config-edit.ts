import { readConfig, type Section } from './config-file';
import { linesOf, type TextLine } from './line-ends';

/** A change in the words of the user: it applies to whatever the file has become in the meantime. */
export type ConfigEdit =
  | {
      readonly kind: 'set-key';
      readonly profile: string;
      readonly key: string;
      readonly value: string;
      /** What stood there when the user decided. */
      readonly was?: string;
    }
  | {
      readonly kind: 'add-profile';
      readonly profile: string;
      readonly values: readonly (readonly [key: string, value: string])[];
    }
  | { readonly kind: 'delete-profile'; readonly profile: string };

export type EditRefusal = 'no-such-profile' | 'profile-exists' | 'value-changed' | 'not-writable-as-text';

export type Edited = { readonly text: string } | { readonly refusal: EditRefusal };

const KEY = /^[A-Za-z_][\w-]{0,63}$/;
const MARK = '\uFEFF';

/** Changes the lines concerned and no other: comments, order, line ends and a byte order mark stay. */
export function editConfig(text: string, edit: ConfigEdit): Edited {
  if (!isWritable(edit)) return { refusal: 'not-writable-as-text' };
  const mark = text.startsWith(MARK) ? MARK : '';
  const lines = linesOf(text.slice(mark.length));
  const section = readConfig(text).sections.get(edit.profile);
  const edited = apply(lines, section, edit);
  if (typeof edited === 'string') return { refusal: edited };
  return { text: mark + edited.map((line) => line.text + line.end).join('') };
}

type Lines = readonly TextLine[];

function apply(lines: Lines, section: Section | undefined, edit: ConfigEdit): Lines | EditRefusal {
  if (edit.kind === 'add-profile') return section ? 'profile-exists' : withProfile(lines, edit);
  if (!section) return 'no-such-profile';
  return edit.kind === 'delete-profile' ? withoutProfile(lines, section) : withKey(lines, section, edit);
}

function withKey(
  lines: Lines,
  section: Section,
  { key, value, was }: Extract<ConfigEdit, { kind: 'set-key' }>,
): Lines | EditRefusal {
  const entry = section.entries.get(key.toLowerCase());
  if (was !== undefined && entry?.value !== was) return 'value-changed';
  const edited = [...lines];
  if (entry) {
    const { line, start, end: stop } = entry.valueSpan;
    const { text = '', end = '' } = edited[line] ?? {};
    edited[line] = { text: text.slice(0, start) + value + text.slice(stop), end };
    return edited;
  }
  // Behind the rest of the last value, where it goes on in lines of its own.
  const last = edited[section.lastLine] ?? { text: '', end: '' };
  edited.splice(
    section.lastLine,
    1,
    { ...last, end: last.end || endIn(lines) },
    { text: `${key}=${value}`, end: last.end },
  );
  return edited;
}

function withProfile(lines: Lines, { profile, values }: Extract<ConfigEdit, { kind: 'add-profile' }>): Lines {
  const end = endIn(lines);
  const kept = [...lines];
  while (kept.length > 0 && (kept.at(-1)?.text ?? '').trim() === '') kept.pop();
  const last = kept.pop();
  const before = last ? [...kept, { ...last, end: last.end || end }, { text: '', end }] : [];
  return [
    ...before,
    { text: `[${profile}]`, end },
    ...values.map(([key, value]) => ({ text: `${key}=${value}`, end })),
  ];
}

/** From each header to the profile's last line that is no comment: what stands above the next profile belongs to that. */
function withoutProfile(lines: Lines, section: Section): Lines {
  const edited = [...lines];
  for (const { line } of [...section.headers].reverse()) {
    let next = line + 1;
    while (next < edited.length && !isHeader(edited[next])) next += 1;
    let stop = next;
    while (stop > line + 1 && isBlankOrComment(edited[stop - 1])) stop -= 1;
    while (stop < next && (edited[stop]?.text ?? '').trim() === '' && stop < edited.length - 1) stop += 1;
    edited.splice(line, stop - line);
  }
  return edited;
}

/** How most files end their lines is how this one's first line ends. */
const endIn = (lines: Lines): string => lines[0]?.end || '\n';

const isHeader = (line: TextLine | undefined): boolean => (line?.text ?? '').trimStart().startsWith('[');
const isBlankOrComment = (line: TextLine | undefined): boolean => /^\s*(?:[#;]|$)/.test(line?.text ?? '');

/** A line break in a name or value would write lines of its own. */
function isWritable(edit: ConfigEdit): boolean {
  const plain = (text: string): boolean => text === text.trim() && !/[\r\n\0\uFEFF]/.test(text);
  if (edit.profile === '' || !plain(edit.profile) || /[[\]]/.test(edit.profile)) return false;
  if (edit.kind === 'delete-profile') return true;
  const values = edit.kind === 'set-key' ? [[edit.key, edit.value] as const] : edit.values;
  return values.every(([key, value]) => KEY.test(key) && plain(value));
}
