import path from 'node:path';
import { type PolicyStatement, parsePolicyDocument } from '../knowledge/policy';
import { boundedText } from './bounded-file';
import { ownCode } from './own-code';
import { filesUnder } from './walk';

/** Files in which IAM statements stand: Terraform, policy texts, documents. */
const mayHoldPolicies = (name: string): boolean =>
  /\.(?:tf|policy|md)$/i.test(name) || (/\.(?:txt|json|ya?ml)$/i.test(name) && /polic(?:y|ies)/i.test(name));

/** A statement and the line where it begins, from zero. */
export interface StandingPolicy {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly statement: PolicyStatement;
}

/** The IAM statements of a workspace's own files. */
export async function policiesUnder(roots: readonly string[]): Promise<readonly PolicyStatement[]> {
  return (await standingPolicies(roots)).map(({ statement }) => statement);
}

export async function standingPolicies(roots: readonly string[]): Promise<readonly StandingPolicy[]> {
  const found: StandingPolicy[] = [];
  for await (const { file } of filesUnder(roots, () => {}, ownCode())) {
    if (mayHoldPolicies(path.basename(file))) found.push(...(await statementsOf(file)));
  }
  return found;
}

async function statementsOf(file: string): Promise<StandingPolicy[]> {
  try {
    const document = (await boundedText(file)) ?? '';
    return parsePolicyDocument(document).map(({ statement, text, offset }) => ({
      file,
      line: document.slice(0, offset).split('\n').length - 1,
      text,
      statement,
    }));
  } catch {
    return [];
  }
}
