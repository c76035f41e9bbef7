import type { ServiceUse } from '../../../flow/uses';
import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { occurrences } from '../edits';
import { providerEntry } from './index';
import { declarationOf, mayAwait } from './place';

/** `await` where the promise is made for this client alone, else where the client gets it; undefined where neither may. */
export function awaitProvider(program: Program, use: ServiceUse): TextEdit[] | undefined {
  const entry = providerEntry(use.call);
  if (!entry || use.flows.some((flow) => !flow.pending)) return undefined;
  const { text } = program;
  const { uri } = use.origin;
  const [flow, more] = use.flows;
  const made = flow?.maker?.k === 'object' && flow.maker.origin.uri === use.origin.uri ? flow.maker.call : undefined;
  const bind = made && !more ? declarationOf(program, made.span) : undefined;
  if (
    made &&
    bind?.target.k === 'name' &&
    occurrences(text, bind.target.name) === 2 &&
    mayAwait(program, made.span, uri)
  )
    return [insertion(made.span.start, 'await ')];
  const { span } = entry.value;
  if (!mayAwait(program, span, uri)) return undefined;
  const shorthand = entry.keySpan?.start === span.start;
  if (shorthand) return [insertion(span.end, `: await ${text.slice(span.start, span.end)}`)];
  return [insertion(span.start, 'await ')];
}

const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });
