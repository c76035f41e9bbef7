import type { Fix, Report, Rule } from './contract';
import { awaitProvider } from './repair/typescript/await';

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
  fixes({ program }, { use }): readonly Fix[] {
    const edits = use && awaitProvider(program, use);
    return edits ? [{ title: 'Await the provider', safety: 'safe', preferred: true, edits }] : [];
  },
};
