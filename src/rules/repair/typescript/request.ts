import { visitBlock } from '../../../flow/scopes';
import type { ServiceUse } from '../../../flow/uses';
import type { Target } from '../../../knowledge/sdks/target';
import { FETCHES, type Sender, SIGNED_OPTIONS } from '../../../knowledge/sdks/typescript-signing';
import type { BindStmt, Expr, NameExpr, Program, RecordExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied } from '../edits';
import { TypeScriptModule } from './module';
import { functionsAround, linesOf } from './place';
import { entryOf, replaced, withEntry, withoutEntry } from './record';
import { signingFunction } from './signing';
import { unusedDeclarations } from './unused';

interface Sending {
  readonly sender: Sender;
  /** How the module calls what sends. */
  readonly send: string;
}

/** A raw request that is signed where it is sent; undefined where nobody sees how it is sent. */
export function signedRequest(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call } = use;
  const module = new TypeScriptModule(program, use.origin.uri);
  const sending = sendingOf(module, use);
  if (!sending || call.args.some((arg) => arg.spread)) return undefined;
  const name = signingFunction(module, sending.sender, target, sending.send);
  if (name === undefined) return undefined;
  const option = SIGNED_OPTIONS[sending.sender];
  const edits = option
    ? withOption(program, use, option.key, option.text)
    : [{ span: call.callee.span, text: name }, ...unauthorized(program, recordOf(call.args[1]?.value))];
  if (!edits) return undefined;
  edits.push(...unusedDeclarations(program, edits));
  return [...edits, ...module.edits(applied(program.text, edits))];
}

const VERB = /^(.*?)(?:\.default)?(?:\.(?:create|extend))?(?:\.(?:get|post|put|patch|delete|head|options|request))?$/;

function sendingOf(module: TypeScriptModule, { path, call, objects }: ServiceUse): Sending | undefined {
  const written = module.program.text.slice(call.callee.span.start, call.callee.span.end);
  if (/^(?:globalThis\.|window\.)?fetch$/.test(path)) return { sender: 'fetch', send: written };
  const from = path.replace(/\.(?:default|fetch|request)$/, '');
  const isImported = module.importedAs(written) !== undefined;
  if (path === 'undici.request') return isImported ? { sender: 'undici-request', send: written } : undefined;
  if (FETCHES.has(from)) return isImported ? { sender: 'fetch', send: written } : undefined;
  const sender = VERB.exec(path)?.[1];
  if (sender !== 'axios' && sender !== 'got') return undefined;
  const made = objects[0]?.receiver?.call ?? call;
  const send = nameAt(made.callee);
  return send !== undefined && module.importedAs(send) ? { sender, send } : undefined;
}

/** `axios` of `axios`, `axios.post` and `axios.create`. */
function nameAt(callee: Expr): string | undefined {
  if (callee.k === 'name') return callee.name;
  return callee.k === 'member' ? nameAt(callee.object) : undefined;
}

const recordOf = (value: Expr | undefined): RecordExpr | undefined => (value?.k === 'record' ? value : undefined);

/** The options of a request, or of the instance that sends it, gain one and lose the header that it takes the place of. */
function withOption(program: Program, use: ServiceUse, key: string, added: string): TextEdit[] | undefined {
  const { text } = program;
  const options = optionsOf(use) ?? instanceOptions(use);
  if (!options) return undefined;
  const record = recordOf(options);
  if (!record)
    return [{ span: options.span, text: `{ ...${text.slice(options.span.start, options.span.end)}, ${added} }` }];
  if (entryOf(record, key)) return undefined;
  const lost = unauthorized(program, record, added);
  return lost.some((edit) => edit.text === added) ? lost : [...lost, withEntry(text, record, added)];
}

/** `axios.post(url, data, config)`, `axios.get(url, config)`, `axios(config)`, `axios(url, config)`; got has no data. */
function optionsOf({ call, path }: ServiceUse): Expr | undefined {
  const verb = path.slice(path.lastIndexOf('.') + 1);
  const [first, second, third] = call.args.map((arg) => arg.value);
  if (path.startsWith('axios') && /^(?:post|put|patch)$/.test(verb)) return third;
  return second ?? (first?.k === 'record' ? first : undefined);
}

function instanceOptions({ objects, origin }: ServiceUse): Expr | undefined {
  const made = objects[0]?.receiver;
  return made?.origin.uri === origin.uri ? made.call?.args[0]?.value : undefined;
}

/** Takes the header out of `headers` of options; options that hold no other header hold `instead`, or none. */
function unauthorized(program: Program, options: RecordExpr | undefined, instead?: string): TextEdit[] {
  const { text } = program;
  const headers = options && entryOf(options, 'headers');
  if (!options || !headers) return [];
  const declared = headers.value.k === 'name' ? onlyUse(program, headers.value) : undefined;
  const record = recordOf(bare(declared?.value ?? headers.value));
  const entry = record && entryOf(record, 'authorization');
  if (!record || !entry) return [];
  if (record.entries.length > 1) return [withoutEntry(text, record, entry)];
  const lines = declared && linesOf(program, declared);
  if (declared && !lines) return [];
  const gone = instead === undefined ? withoutEntry(text, options, headers) : replaced(headers, instead);
  return lines ? [gone, { span: lines, text: '' }] : [gone];
}

/** The declaration of a name that is read once, so that nobody else needs what is taken out of its value. */
function onlyUse(program: Program, name: NameExpr): BindStmt | undefined {
  for (const def of [...functionsAround(program, name.span), undefined]) {
    const block = def ? def.body() : program.module.block();
    const binds: BindStmt[] = [];
    let reads = 0;
    visitBlock(block, {
      expr: (expr) => {
        if (expr.k === 'name' && expr.name === name.name) reads += 1;
      },
      stmt: (stmt) => {
        if (stmt.k === 'bind' && stmt.target.k === 'name' && stmt.target.name === name.name) binds.push(stmt);
      },
      enter: () => true,
    });
    const [bind, more] = binds;
    if (bind) return more || reads !== 1 ? undefined : bind;
  }
  return undefined;
}

/** `new Headers({…})` holds the record. */
const bare = (value: Expr): Expr =>
  value.k === 'call' && nameAt(value.callee) === 'Headers' ? (value.args[0]?.value ?? value) : value;
