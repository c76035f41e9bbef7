import type { Expr, Program, RecordExpr, Span } from '../source/program';

/** What a service of a compose file takes from the machine that starts it. */
export interface Taken {
  readonly span: Span;
  readonly path: string;
  /** `built`: becomes part of an image. The others are there while the service runs. */
  readonly how: 'built' | 'mounted' | 'mounted-read-only';
}

export function isComposeFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.ya?ml$/i.test(name) && /(?:^|[.-])compose[.-]/i.test(name);
}

/** Bind mounts and build contexts of every service (compose specification: `volumes`, `build.additional_contexts`). */
export function takenByServices(program: Program): readonly Taken[] {
  return program.module.block().stmts.flatMap((stmt) => {
    const services = stmt.k === 'bind' ? field(stmt.value, 'services') : undefined;
    return services?.k === 'record' ? services.entries.flatMap(({ value }) => takenBy(value)) : [];
  });
}

const takenBy = (service: Expr): readonly Taken[] => [
  ...itemsOf(field(service, 'volumes')).flatMap(mount),
  ...itemsOf(field(field(service, 'build'), 'additional_contexts')).flatMap(context),
];

/** `source:target[:mode]`, or a record of the same. */
function mount(value: Expr): readonly Taken[] {
  if (value.k === 'record') {
    const source = textOf(field(value, 'source'));
    const readOnly = field(value, 'read_only');
    const isReadOnly = readOnly?.k === 'const' && readOnly.value === true;
    return source ? [{ span: value.span, path: source, how: isReadOnly ? 'mounted-read-only' : 'mounted' }] : [];
  }
  const [source, , mode = ''] = (textOf(value) ?? '').split(':');
  if (!source) return [];
  const isReadOnly = mode.split(',').includes('ro');
  return [{ span: value.span, path: source, how: isReadOnly ? 'mounted-read-only' : 'mounted' }];
}

/** `name=path` in a list; in a record the value is the path. */
function context(value: Expr): readonly Taken[] {
  const text = textOf(value);
  return text ? [{ span: value.span, path: text.slice(text.indexOf('=') + 1), how: 'built' }] : [];
}

function itemsOf(value: Expr | undefined): readonly Expr[] {
  if (value?.k === 'list') return value.items;
  return value?.k === 'record' ? value.entries.map((entry) => entry.value) : [];
}

function field(value: Expr | undefined, key: string): Expr | undefined {
  return value?.k === 'record' ? fieldOf(value, key) : undefined;
}

const fieldOf = ({ entries }: RecordExpr, key: string): Expr | undefined =>
  entries.find((entry) => entry.key === key)?.value;

function textOf(value: Expr | undefined): string | undefined {
  const [only, more] = value?.k === 'string' ? value.parts : [];
  return typeof only === 'string' && more === undefined ? only : undefined;
}
