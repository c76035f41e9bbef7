import { maskEcho } from '../../advisor/mask';
import { mayBeOciError } from './error-words';

/** More of one error is not kept. */
const MAX_LENGTH = 8_000;

/** The OCI error in a message of a debug adapter, masked: output of the program, or the exception at which it stopped. */
export function errorIn(message: unknown): string | undefined {
  const { type, event, command, body } = (message ?? {}) as Record<string, unknown>;
  if (typeof body !== 'object' || body === null) return undefined;
  const { output, description, details, category } = body as Record<string, unknown>;
  const isOutput = type === 'event' && event === 'output' && category !== 'telemetry';
  const isException = type === 'response' && command === 'exceptionInfo';
  if (isOutput) return oci(output);
  return isException ? oci(description, (details as { message?: unknown } | undefined)?.message) : undefined;
}

function oci(...texts: unknown[]): string | undefined {
  const text = [...new Set(texts)].filter((one) => typeof one === 'string').join('\n');
  return mayBeOciError(text) ? maskEcho(text.slice(0, MAX_LENGTH)) : undefined;
}
