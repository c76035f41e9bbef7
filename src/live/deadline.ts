/** Of a check that nobody gave another one. */
export const DEADLINE_MS = 10_000;

/** One check's end: the user's wish or the clock. */
export class Deadline {
  readonly signal: AbortSignal;
  private readonly clock: AbortSignal;

  constructor(
    milliseconds: number,
    private readonly wish: AbortSignal | undefined,
  ) {
    this.clock = AbortSignal.timeout(milliseconds);
    this.signal = wish ? AbortSignal.any([this.clock, wish]) : this.clock;
  }

  get cancelled(): boolean {
    return this.wish?.aborted === true;
  }

  get over(): boolean {
    return this.clock.aborted;
  }

  /** For what takes no signal: it is left to itself when the time is over. */
  race<T>(work: Promise<T>): Promise<T> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }
}
