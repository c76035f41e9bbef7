import type { ServiceUse } from '../../../flow/uses';
import type { Target } from '../../../knowledge/sdks/target';
import type { CallExpr, Expr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, indentAt } from '../edits';
import { pointerTo } from './client';
import type { GoModule } from './module';
import { signedClient } from './signing';

const OPTION = 'WithHTTPClient';

/** A client of an OpenAI-compatible plane that only has a key gets an HTTP client that signs. */
export function signOpenAi(module: GoModule, { call, path }: ServiceUse, target: Target): TextEdit[] | undefined {
  if (path.endsWith('.NewClientWithConfig')) return inConfig(module, call, target);
  const own = call.args.find(({ value }) => isOption(value))?.value;
  if (own?.k === 'call') return wrapped(module, own, target);
  const given = optionsOf(module, call);
  const signed = given && signedClient(module, `${module.package('net/http')}.DefaultClient`, target);
  if (!signed) return undefined;
  const option = `${given}.${OPTION}(${signed})`;
  const last = call.args.at(-1);
  if (last?.spread !== 'list') {
    const added = appendedArgument(module.program.text, call, option);
    return added && [added];
  }
  const list = module.textOf(last.value);
  return [{ span: last.value.span, text: `append(${list}, ${option})` }];
}

const isOption = (value: Expr): boolean =>
  value.k === 'call' && value.callee.k === 'member' && value.callee.name === OPTION;

/** The package whose options the call takes: as one of them names it, or as it is imported. */
function optionsOf(module: GoModule, call: CallExpr): string | undefined {
  for (const { value } of call.args) {
    if (value.k === 'call' && value.callee.k === 'member' && /^With[A-Z]/.test(value.callee.name))
      return module.textOf(value.callee.object);
  }
  return module.importedAs(/^github\.com\/openai\/openai-go(?:\/v\d+)?\/option$/);
}

function wrapped(module: GoModule, option: CallExpr, target: Target): TextEdit[] | undefined {
  const given = option.args[0]?.value;
  const client = given && pointerTo(module, given);
  const signed = client && signedClient(module, client.code, target);
  return client && signed ? [{ span: client.span, text: signed }] : undefined;
}

/** `config.HTTPClient = …` in a line before the client is made. */
function inConfig(module: GoModule, call: CallExpr, target: Target): TextEdit[] | undefined {
  const config = call.args[0]?.value;
  const { text } = module.program;
  const start = text.lastIndexOf('\n', call.span.start) + 1;
  const isStatement = /[{};\n)"\w]$/.test(text.slice(0, start).trimEnd());
  const isSet = config?.k === 'name' && text.includes(`${config.name}.HTTPClient`);
  if (config?.k !== 'name' || isSet || !isStatement) return undefined;
  const signed = signedClient(module, `${module.package('net/http')}.DefaultClient`, target);
  const indent = indentAt(text, call.span.start);
  return signed === undefined
    ? undefined
    : [{ span: { start, end: start }, text: `${indent}${config.name}.HTTPClient = ${signed}\n` }];
}
