import { readConfig, type Section } from './config-file';

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
  const lines = text.slice(mark.length).split('\n');
  const section = readConfig(text).sections.get(edit.profile);
  const end = lines.some((line) => line.endsWith('\r')) ? '\r' : '';
  const edited = apply(lines, section, edit, end);
  return typeof edited === 'string' ? { refusal: edited } : { text: mark + edited.join('\n') };
}

function apply(
  lines: readonly string[],
  section: Section | undefined,
  edit: ConfigEdit,
  end: string,
): readonly string[] | EditRefusal {
  if (edit.kind === 'add-profile') return section ? 'profile-exists' : withProfile(lines, edit, end);
  if (!section) return 'no-such-profile';
  return edit.kind === 'delete-profile' ? withoutProfile(lines, section) : withKey(lines, section, edit, end);
}

function withKey(
  lines: readonly string[],
  section: Section,
  { key, value, was }: Extract<ConfigEdit, { kind: 'set-key' }>,
  end: string,
): readonly string[] | EditRefusal {
  const entry = section.entries.get(key.toLowerCase());
  if (was !== undefined && entry?.value !== was) return 'value-changed';
  const edited = [...lines];
  if (entry) {
    const { line, start, end: stop } = entry.valueSpan;
    const whole = edited[line] ?? '';
    edited[line] = whole.slice(0, start) + value + whole.slice(stop);
    return edited;
  }
  const last = Math.max(
    section.headers[0]?.line ?? 0,
    ...[...section.entries.values()].map(({ keySpan }) => keySpan.line),
  );
  const closed = last < lines.length - 1;
  if (!closed) edited[last] = `${(edited[last] ?? '').replace(/\r$/, '')}${end}`;
  edited.splice(last + 1, 0, `${key}=${value}${closed ? end : ''}`);
  return edited;
}

function withProfile(
  lines: readonly string[],
  { profile, values }: Extract<ConfigEdit, { kind: 'add-profile' }>,
  end: string,
): readonly string[] {
  const kept = [...lines];
  while (kept.length > 0 && (kept.at(-1) ?? '').trim() === '') kept.pop();
  if (kept.length > 0) kept.push(`${(kept.pop() ?? '').replace(/\r$/, '')}${end}`, end);
  return [...kept, `[${profile}]${end}`, ...values.map(([key, value]) => `${key}=${value}${end}`), ''];
}

/** From each header to the profile's last line that is no comment: what stands above the next profile belongs to that. */
function withoutProfile(lines: readonly string[], section: Section): readonly string[] {
  const edited = [...lines];
  for (const { line } of [...section.headers].reverse()) {
    let next = line + 1;
    while (next < edited.length && !isHeader(edited[next])) next += 1;
    let stop = next;
    while (stop > line + 1 && isBlankOrComment(edited[stop - 1])) stop -= 1;
    while (stop < next && (edited[stop] ?? '').trim() === '' && stop < edited.length - 1) stop += 1;
    edited.splice(line, stop - line);
  }
  return edited;
}

const isHeader = (line: string | undefined): boolean => (line ?? '').trimStart().startsWith('[');
const isBlankOrComment = (line: string | undefined): boolean => /^\s*(?:[#;]|$)/.test(line ?? '');

/** A line break in a name or value would write lines of its own. */
function isWritable(edit: ConfigEdit): boolean {
  const plain = (text: string): boolean => text === text.trim() && !/[\r\n\0\uFEFF]/.test(text);
  if (edit.profile === '' || !plain(edit.profile) || /[[\]]/.test(edit.profile)) return false;
  if (edit.kind === 'delete-profile') return true;
  const values = edit.kind === 'set-key' ? [[edit.key, edit.value] as const] : edit.values;
  return values.every(([key, value]) => KEY.test(key) && plain(value));
}
