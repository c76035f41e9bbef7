import type { HttpClient, HttpRequest, RequestSigner } from 'oci-common';
import type { Deadline } from './deadline';
import { failureOutcome, type Outcome, replyOutcome } from './outcome';

/** A larger answer is none to these questions. */
const MAX_BODY = 256 * 1024;

/**
 * Sends what the SDK's clients compose, signed by the SDK's signer, and keeps what came of it: their own errors drop the
 * server's clock and the cause of a failed connection, and may quote a token. The platform's fetch is looked up at each
 * call, so that an editor's proxy and certificates apply. One per check, never retried.
 */
export class Observer implements HttpClient {
  private seen: Outcome | undefined;

  constructor(
    private readonly signer: RequestSigner,
    private readonly deadline: Deadline,
    private readonly onAnswer?: (response: Response, body: string) => void,
  ) {}

  get outcome(): Outcome {
    return this.seen ?? { kind: 'failure', reason: 'not-sent' };
  }

  async send(request: HttpRequest): Promise<Response> {
    const { method, headers, uri } = request;
    const body: string | undefined = typeof request.body === 'string' ? request.body : undefined;
    try {
      await this.deadline.race(Promise.resolve(this.signer.signHttpRequest({ method, headers, uri, body })));
    } catch {
      if (this.deadline.signal.aborted) this.fail(undefined);
      return answered();
    }
    try {
      const response = await fetch(uri, { method, headers, body, signal: this.deadline.signal, redirect: 'error' });
      const text = (await response.text()).slice(0, MAX_BODY);
      this.seen = replyOutcome(response, text);
      if (response.ok) this.onAnswer?.(response, text);
    } catch (error) {
      this.fail(error);
    }
    return answered();
  }

  private fail(error: unknown): void {
    this.seen = failureOutcome(error, this.deadline.cancelled, this.deadline.over);
  }
}

/** The SDK has composed the request, which is all it is asked for: from a refusal it would write to the console. */
const answered = (): Response => new Response('{}', { headers: { 'content-type': 'application/json' } });

/** A GenAI API key is a plain bearer token; no signer of the SDK makes one. */
export const bearerSigner = (secret: string): RequestSigner => ({
  signHttpRequest: async ({ headers }) => {
    headers.set('authorization', `Bearer ${secret}`);
    headers.set('content-type', 'application/json');
  },
});
