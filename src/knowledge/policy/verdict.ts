import { opensGenAiToEveryone, opensToEveryone, overbroad, unknownResourceTypes } from './checks';
import { doubts } from './doubts';
import { describePlanes, describeStatement } from './explain';
import type { PolicyStatement } from './statement';

/** What the terminal and the editor say of one statement. */
export interface StatementVerdict {
  /** One sentence: who may do what where, and when. */
  readonly meaning: string;
  /** The planes that it opens, as people name them. */
  readonly planes: readonly string[];
  /** Why OCI would refuse it. */
  readonly errors: readonly string[];
  /** What it gives too much, or not at all. */
  readonly warnings: readonly string[];
}

export function judgeStatement(statement: PolicyStatement): StatementVerdict {
  const planes = describePlanes(statement);
  const open = (planes.length > 0 ? opensToEveryone(statement) : opensGenAiToEveryone(statement))
    ? ['every principal of the tenancy may do this: add a request.principal.* condition']
    : [];
  const misnamed = unknownResourceTypes(statement).map(
    ({ name, nearest }) => `'${name}' is no resource type; write '${nearest}'`,
  );
  return {
    meaning: describeStatement(statement),
    planes,
    errors: [...statement.problems.map(({ message }) => message), ...misnamed],
    warnings: [...open, ...overbroad(statement).map(({ message }) => message), ...doubts(statement)],
  };
}
