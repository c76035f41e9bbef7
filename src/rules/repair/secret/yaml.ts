import type { Entry, Expr, Program, Span } from '../../../source/program';
import { isComposeFile } from '../../compose';
import type { Step, TextEdit } from '../../contract';
import { breakOf } from '../edits';
import type { Moving } from './index';
import { quotingOf } from './quoting';

/** Who fills in variables before a file of this kind is used, in its own words; most readers of YAML fill in nothing. */
function placeholder(path: string, variable: string): string | undefined {
  // https://docs.github.com/actions/security-guides/using-secrets-in-github-actions
  if (/(?:^|\/)\.github\/workflows\//.test(path)) return `\${{ secrets.${variable} }}`;
  // https://docs.docker.com/reference/compose-file/interpolation/
  if (isComposeFile(path)) return `\${${variable}}`;
  // https://docs.spring.io/spring-boot/reference/features/external-config.html: property placeholders.
  if (/(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.ya?ml$/.test(path)) return `\${${variable}}`;
  return undefined;
}

export function inYaml(moving: Moving): TextEdit[] | undefined {
  const { context, secret, variable } = moving;
  const { text } = context.program;
  if (isManifest(context.program)) return fromKubernetes(moving);
  const quoting = quotingOf(text, secret.span);
  const read = placeholder(context.path, variable);
  if (!quoting || read === undefined || secret.reveal().includes('\n')) return undefined;
  const { span, before, after } = quoting;
  const width = quoting.quote.length;
  return [{ span: { start: span.start + width + before.length, end: span.end - width - after.length }, text: read }];
}

export const isManifest = ({ text }: Program): boolean => /^kind:[ \t]/m.test(text) && /^apiVersion:[ \t]/m.test(text);

/** Manifests and the values of a chart belong to git: hiding them whole is a choice of last resort. */
export const belongsToGit = (program: Program, path: string): boolean =>
  program.language === 'yaml' && (isManifest(program) || /(?:^|\/)values[\w.-]*\.ya?ml$/.test(path));

/** The object of Kubernetes that holds the next secret. */
export const KUBERNETES_SECRET = 'oci-genai-credentials';

/** `value: …` of a container's environment becomes a reference (Kubernetes API `EnvVarSource`). */
function fromKubernetes({ context: { program }, secret }: Moving): TextEdit[] | undefined {
  const found = variableAround(program, secret.span);
  if (!found) return undefined;
  const { name, entry, flow } = found;
  const { text } = program;
  if (flow) {
    const reference = `valueFrom: {secretKeyRef: {name: ${KUBERNETES_SECRET}, key: ${name}}}`;
    return [{ span: entry.span, text: reference }];
  }
  const column = entry.span.start - (text.lastIndexOf('\n', entry.span.start - 1) + 1);
  const lines = ['valueFrom:', '  secretKeyRef:', `    name: ${KUBERNETES_SECRET}`, `    key: ${name}`];
  return [{ span: entry.span, text: lines.join(breakOf(text) + ' '.repeat(column)) }];
}

/** The command that makes the object, where somebody fills in the next secret. */
export function makeKubernetesSecret(program: Program, span: Span): Step {
  const name = variableAround(program, span)?.name ?? '<name>';
  const namespace = /^ {2}namespace:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*\r?$/m.exec(program.text)?.[1];
  const where = namespace === undefined ? '' : ` --namespace ${namespace}`;
  const command = `kubectl create secret generic ${KUBERNETES_SECRET}${where} --from-literal=${name}=<next-secret>`;
  return { kind: 'make', what: `the Secret ${KUBERNETES_SECRET}`, command };
}

interface EnvironmentVariable {
  readonly name: string;
  readonly entry: Entry;
  readonly flow: boolean;
}

/** The entry `value` beside a `name`, in a list under `env`. */
function variableAround(program: Program, { start, end }: Span): EnvironmentVariable | undefined {
  const within = (expr: Expr): EnvironmentVariable | undefined => {
    if (expr.span.start > start || expr.span.end < end) return undefined;
    if (expr.k === 'list') return expr.items.map(within).find((one) => one);
    if (expr.k !== 'record') return undefined;
    for (const entry of expr.entries) {
      if (entry.key === 'env' && entry.value.k === 'list') {
        const found = entry.value.items.map((item) => variableIn(program.text, item, start, end)).find((one) => one);
        if (found) return found;
      }
    }
    return expr.entries.map(({ value }) => within(value)).find((one) => one);
  };
  return program.module
    .block()
    .stmts.flatMap((stmt) => (stmt.k === 'bind' ? [stmt.value] : []))
    .map(within)
    .find((one) => one);
}

function variableIn(text: string, item: Expr, start: number, end: number): EnvironmentVariable | undefined {
  if (item.k !== 'record') return undefined;
  const named = item.entries.find(({ key }) => key === 'name')?.value;
  const entry = item.entries.find(
    ({ key, value: { span } }) => key === 'value' && span.start <= start && end <= span.end,
  );
  const name = named?.k === 'string' && typeof named.parts[0] === 'string' ? named.parts[0] : '';
  return entry && /^[-._a-zA-Z0-9]+$/.test(name) ? { name, entry, flow: text[item.span.start] === '{' } : undefined;
}
