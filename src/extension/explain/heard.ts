import { maskEcho } from '../../advisor/mask';
import { causesOf } from '../../knowledge/errors/recognise';
import { blockAround } from './block';
import { mayBeOciError } from './error-words';

/** More of a program's output is not kept. */
const MAX_LENGTH = 8_000;
/** Lines of one error arrive in several messages. */
const MORE_MESSAGES = 40;

/** Listens to the messages of a debug adapter and keeps its last OCI error, masked. */
export class Hearing {
  private output = '';
  /** Messages that may still belong to the error. */
  private more = 0;

  /** The error as far as it is known, when this message tells of one. */
  hear(message: unknown): string | undefined {
    const { type, event, command, body } = (message ?? {}) as Record<string, unknown>;
    if (typeof body !== 'object' || body === null) return undefined;
    const { output, description, details, category } = body as Record<string, unknown>;
    if (type === 'event' && event === 'output' && category !== 'telemetry') return this.print(output);
    const isException = type === 'response' && command === 'exceptionInfo';
    return isException ? stopped(description, (details as { message?: unknown } | undefined)?.message) : undefined;
  }

  private print(output: unknown): string | undefined {
    if (typeof output !== 'string') return undefined;
    this.output = (this.output + output.slice(-MAX_LENGTH)).slice(-MAX_LENGTH);
    if (mayBeOciError(output)) this.more = MORE_MESSAGES;
    else if (this.more-- <= 0) return undefined;
    const lines = this.output.split('\n');
    const at = lines.findLastIndex(mayBeOciError);
    return at < 0 ? undefined : known(blockAround(lines, at));
  }
}

function stopped(...texts: unknown[]): string | undefined {
  const text = [...new Set(texts)].filter((one) => typeof one === 'string').join('\n');
  return mayBeOciError(text) ? known(text) : undefined;
}

/** Masked, when it is an error that can be explained. */
const known = (text: string): string | undefined =>
  causesOf(text).length > 0 ? maskEcho(text.slice(0, MAX_LENGTH)) : undefined;
