import type { CallExpr, Program, Span } from '../source/program';
import { isComposeFile, takenByServices } from './compose';
import type { Fix, Report, Rule } from './contract';
import { wholeLines } from './repair/edits';

const MESSAGES = {
  copied:
    'This bakes an OCI config or key into the image: everybody who can pull the image can sign with it. Use a resource or instance principal, or mount the folder for local runs.',
  along: (key: string) =>
    `This copies ${key} into the image along with its folder: everybody who can pull the image can sign with it. Exclude it by .dockerignore; on OCI a principal needs no file.`,
  written:
    'This writes an OCI config or key into a layer of the image, where it stays even if a later step deletes it. Use a resource or instance principal, or a secret mount.',
  built:
    'This makes an OCI config or key part of the build: what is copied from it stays in the image. Use a resource or instance principal.',
  mounted:
    'This service can change the OCI config of whoever starts it. Mount it read-only (“:ro”), for local runs only: deployed, a principal needs no file.',
  'mounted-read-only': 'For local runs only: deployed, a principal needs no file.',
};

const SEVERITIES = { built: 'error', mounted: 'warning', 'mounted-read-only': 'info' } as const;

/** The folder of the OCI CLI, or a key as the CLI and the console name them. */
const OCI_FOLDER = /(?:^|[/\\~])\.oci(?:[/\\]|$)/;
const KEY_FILE = /(?:^|\/)(?:oci_api_key(?!_public)[\w.-]*\.pem|oci[\w-]*_key(?<!public_key)\.pem)$/i;
const PUBLIC = /public|\.pub$/i;

/** A redirection, copy or download whose target lies in the folder, in one command of a script. */
const WRITES =
  /(?:>{1,2}|\btee\b|-o|--output|-O)\s{0,8}["']?[^\s"'|;&>]{0,80}\.oci\/(?:config|[\w.-]{1,60}\.pem|sessions\/)|\b(?:cp|mv|install)\b[^\n;&|]{0,200}\s["']?[^\s"'|;&]{0,100}\.oci(?:\/|["'\s]|$)|\boci\s+setup\s+(?:config|keys)\b/;

export const imageWithOciConfig: Rule = {
  id: 'image-with-oci-config',
  severity: 'error',
  title: 'OCI config or key baked into an image',
  *check({ program, path, ignored, keysInContext = [] }): Iterable<Report> {
    if (program.language === 'yaml' && isComposeFile(path)) {
      for (const { span, path: taken, how } of takenByServices(program)) {
        if (isConfigOrKey(taken)) yield { span, message: MESSAGES[how], severity: SEVERITIES[how] };
      }
    }
    if (program.language !== 'dockerfile' || ignored) return;
    for (const call of instructionsOf(program)) {
      const name = call.callee.k === 'name' ? call.callee.name : '';
      const words = wordsOf(call);
      if ((name === 'COPY' || name === 'ADD') && words.some(isConfigOrKey)) {
        yield { span: firstLine(program, call.span), message: MESSAGES.copied };
      } else if (keysInContext[0] !== undefined && copiesFolder(program, call)) {
        yield { span: firstLine(program, call.span), message: MESSAGES.along(keysInContext[0]) };
      } else if (name === 'RUN' && words.some((text) => WRITES.test(joined(text)))) {
        yield { span: firstLine(program, call.span), message: MESSAGES.written };
      }
    }
  },
  fixes({ program, uri, keysInContext = [] }, { span }): readonly Fix[] {
    if (program.language === 'yaml') return readOnly(program, span);
    if (program.language !== 'dockerfile') return [];
    const call = instructionsOf(program).find((one) => one.span.start === span.start);
    if (call && copiesFolder(program, call)) return [exclude(uri, keysInContext)];
    const lines = call && wholeLines(program.text, call.span);
    if (!call || !lines || !doesNothingElse(call)) return [];
    const edits = [{ span: lines, text: '' }];
    return [
      { title: 'Remove this layer; the workload’s principal needs no file', safety: 'unsafe', preferred: true, edits },
    ];
  },
};

/** `COPY . …` of the image that the file ends in; what an earlier stage copies stays in that stage. */
function copiesFolder({ text }: Program, call: CallExpr): boolean {
  if (call.callee.k !== 'name' || (call.callee.name !== 'COPY' && call.callee.name !== 'ADD')) return false;
  const sources = wordsOf(call).slice(0, -1);
  const last = !/^[ \t]{0,20}FROM[ \t]/im.test(text.slice(call.span.end));
  return (
    last &&
    sources.some((word) => /^\.?\/?\*?$/.test(word)) &&
    !/\s--from=/.test(text.slice(call.span.start, call.span.end))
  );
}

/** The folder of the CLI as a whole, other files one by one. */
function exclude(uri: string, keys: readonly string[]): Fix {
  const lines = [...new Set(keys.map((key) => (key.startsWith('.oci/') ? '.oci' : key)))];
  const file = `${uri.slice(0, uri.lastIndexOf('/'))}/.dockerignore`;
  const additions = lines.map((line) => ({ uri: file, line }));
  return { title: `Add ${lines.join(', ')} to .dockerignore`, safety: 'unsafe', preferred: true, edits: [], additions };
}

/** `source:target` without a mode: a service that only reads it cannot change it. */
function readOnly({ text }: Program, { start, end }: Span): readonly Fix[] {
  const written = text.slice(start, end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (written.includes('\n') || written.split(':').length !== 2) return [];
  const at = end - quote.length;
  const edits = [{ span: { start: at, end: at }, text: ':ro' }];
  return [{ title: 'Mount it read-only', safety: 'unsafe', preferred: true, edits }];
}

/** Every source of the copy, and every command of the script, is about the config. */
function doesNothingElse(call: CallExpr): boolean {
  const words = wordsOf(call);
  if (call.callee.k === 'name' && call.callee.name === 'RUN') {
    const commands = joined(words.join(' ')).split(/&&|;|\n/);
    return commands.every((one) => WRITES.test(one) || /^\s*(?:mkdir|chmod|chown|true|echo|rm)\b/.test(one));
  }
  const paths = words.filter((word) => !word.startsWith('--'));
  // Whatever is put into the folder of the CLI is for the CLI.
  if (paths.length > 1 && OCI_FOLDER.test(paths.at(-1) ?? '')) return true;
  return paths.slice(0, Math.max(1, paths.length - 1)).every(isConfigOrKey);
}

const isConfigOrKey = (word: string): boolean => (OCI_FOLDER.test(word) || KEY_FILE.test(word)) && !PUBLIC.test(word);

const joined = (script: string): string => script.replace(/\\\r?\n\s*/g, ' ');

function firstLine({ text }: Program, { start, end }: Span): Span {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? end : Math.min(end, newline) };
}

const instructionsOf = (program: Program): CallExpr[] =>
  program.module.block().stmts.flatMap((stmt) => (stmt.k === 'eval' && stmt.value.k === 'call' ? [stmt.value] : []));

const wordsOf = (call: CallExpr): string[] =>
  call.args.flatMap(({ value }) =>
    value.k === 'string' ? [value.parts.filter((part) => typeof part === 'string').join('')] : [],
  );
