import { unknownResourceTypes } from '../knowledge/policy';
import type { Fix, Report, Rule } from './contract';
import { statementsIn } from './policy-statements';

const MESSAGES = {
  unknown: (name: string, nearest: string) =>
    `OCI knows no resource type “${name}”: the statement is refused or grants nothing. Did you mean “${nearest}”?`,
};

export const policyUnknownResourceType: Rule = {
  id: 'policy-unknown-resource-type',
  severity: 'warning',
  title: 'Policy that names a resource type which does not exist',
  *check({ program }): Iterable<Report> {
    for (const { statement, place } of statementsIn(program)) {
      for (const { name, nearest, span } of unknownResourceTypes(statement)) {
        yield { span: place(span), message: MESSAGES.unknown(name, nearest) };
      }
    }
  },
  fixes({ program }, { span }): readonly Fix[] {
    for (const { statement, place } of statementsIn(program)) {
      for (const unknown of unknownResourceTypes(statement)) {
        if (place(unknown.span).start !== span.start) continue;
        const edits = [{ span, text: unknown.nearest }];
        return [{ title: `Change to “${unknown.nearest}”`, safety: 'unsafe', preferred: true, edits }];
      }
    }
    return [];
  },
};
