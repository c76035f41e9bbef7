import type { ServiceUse } from '../../flow/uses';
import {
  CLI_AUTH,
  CMDLET_AUTH,
  POWERSHELL_CHOOSER,
  powershellChooserOf,
  SHELL_CHOOSER,
  shellChooserOf,
} from '../../knowledge/sdks/shell-writing';
import type { Target } from '../../knowledge/sdks/target';
import type { Program, Stmt } from '../../source/program';
import type { TextEdit } from '../contract';
import { breakOf, unitOf } from './edits';

interface Choice {
  /** What stands behind the option. */
  readonly text: string;
  readonly chooser?: { readonly name: string; readonly body: string };
}

/** The edits that give a command of the CLI, or a cmdlet, another `--auth`; undefined where it is no such command. */
export function switchCommand(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const cli = use.path === 'oci';
  if (!use.fact.auth.some((rule) => rule.as === 'choice')) return undefined;
  const choice = choiceOf(program, cli, target);
  const [flow, more] = use.flows;
  if (!choice || !flow || more) return undefined;
  const edits = flow.byDefault ? added(use, cli, choice.text) : replaced(program, use, choice.text);
  if (!edits) return undefined;
  if (target !== 'session-token' && target !== 'by-environment') edits.push(...withoutProfile(program, use));
  return choice.chooser ? [...edits, ...functionEdits(program, choice.chooser)] : edits;
}

/** The word that `--auth` or `-AuthType` takes, with the function that chooses it. */
export function choiceOf(program: Program, cli: boolean, target: Target): Choice | undefined {
  const unit = program.text.includes('\t') || /^ +\S/m.test(program.text) ? unitOf(program.text) : '  ';
  if (target !== 'by-environment') {
    const text = cli ? CLI_AUTH[target] : CMDLET_AUTH[target];
    return text === undefined ? undefined : { text };
  }
  if (program.language === 'shell')
    return { text: `"$(${SHELL_CHOOSER})"`, chooser: { name: `${SHELL_CHOOSER}()`, body: shellChooserOf(unit) } };
  const words = cli
    ? ([CLI_AUTH['instance-principal'], CLI_AUTH['session-token']] as const)
    : (['InstancePrincipal', 'SessionToken'] as const);
  // One script may use both the CLI and the cmdlets, whose words differ.
  const name = cli ? `${POWERSHELL_CHOOSER}Cli` : POWERSHELL_CHOOSER;
  const body = powershellChooserOf(words, unit).replace(POWERSHELL_CHOOSER, name);
  return { text: `(${name})`, chooser: { name: `function ${name} `, body } };
}

/** Nothing says how: the option goes behind the command, where the CLI takes its global ones. */
function added({ call }: ServiceUse, cli: boolean, text: string): TextEdit[] | undefined {
  if (call.args.some((arg) => arg.spread === 'record')) return undefined;
  const { end } = call.callee.span;
  return [{ span: { start: end, end }, text: cli ? ` --auth ${text}` : ` -AuthType ${text}` }];
}

/** The word that chose the key, wherever the script has it; quotes around a plain word stay. */
function replaced(program: Program, { flows, origin }: ServiceUse, text: string): TextEdit[] | undefined {
  const [flow] = flows;
  if (!flow || flow.origin.uri !== origin.uri) return undefined;
  const { start, end } = flow.origin.span;
  const written = program.text.slice(start, end);
  const word = /^(?:-{1,2}[A-Za-z-]+=|[A-Za-z_]\w*=)?(["']?)\w+(["']?)$/.exec(written);
  if (!word || word[1] !== word[2]) return undefined;
  const value = written.lastIndexOf('=') + 1;
  const quoted = /^\w+$/.test(text) ? `${word[1]}${text}${word[2]}` : text;
  return [{ span: { start: start + value, end }, text: quoted }];
}

/** A principal reads no profile, and one that is missing stops the CLI. */
function withoutProfile(program: Program, { call, path }: ServiceUse): TextEdit[] {
  const arg =
    path === 'oci' ? call.args.find(({ name, value }) => name === 'profile' && value.k === 'string') : undefined;
  if (!arg) return [];
  let { start } = arg.span;
  while (' \t'.includes(program.text[start - 1] ?? '|')) start -= 1;
  return [{ span: { start, end: arg.span.end }, text: '' }];
}

/** Behind the shebang, the first comments and options of the script. */
export function functionEdits({ text, module }: Program, chooser: { name: string; body: string }): TextEdit[] {
  if (text.includes(chooser.name)) return [];
  const eol = breakOf(text);
  const at = headEnd(text, module.block().stmts);
  const body = chooser.body.replaceAll('\n', eol);
  const rest = text.slice(at);
  const before = at > 0 ? eol : '';
  return [{ span: { start: at, end: at }, text: `${before}${body}${eol}${/^\r?\n/.test(rest) ? '' : eol}` }];
}

const OPTION = /^(?:#!|set\s|shopt\s|Import-Module\s|using\s|#Requires|\$ErrorActionPreference\b)/i;

/** A comment belongs to what follows it, unless a blank line does. */
function headEnd(text: string, stmts: readonly Stmt[]): number {
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) break;
    const line = text.slice(at, newline).trim();
    if (line === '') end = at > 0 ? at : end;
    else if (OPTION.test(line)) end = newline + 1;
    else if (!line.startsWith('#')) {
      // A script with parameters begins with them.
      return /^(?:\[CmdletBinding|param\s*\()/i.test(line) ? paramEnd(text, at) : end;
    }
    at = newline + 1;
  }
  return Math.min(end, stmts[0]?.span.start ?? end);
}

function paramEnd(text: string, from: number): number {
  const close = text.indexOf('\n)', from);
  const newline = close < 0 ? -1 : text.indexOf('\n', close + 1);
  return newline < 0 ? from : newline + 1;
}
