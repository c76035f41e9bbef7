import type { Report, Rule } from './contract';

const MESSAGES = {
  pending: 'A promise of a provider arrives here, not the provider: signing fails at the first request. Await it.',
  origin: 'The promise is made here.',
};

export const unawaitedProvider: Rule = {
  id: 'unawaited-provider',
  severity: 'error',
  title: 'Provider used before it is awaited',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      const flow = use.flows.find((one) => one.pending);
      if (!flow) continue;
      yield {
        span: use.call.callee.span,
        message: MESSAGES.pending,
        related: [{ message: MESSAGES.origin, origin: flow.origin }],
        use,
      };
    }
  },
};
