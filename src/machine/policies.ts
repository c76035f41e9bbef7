import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type PolicyStatement, parsePolicyDocument } from '../knowledge/policy';
import { filesUnder } from './walk';

/** Files in which IAM statements stand: Terraform, policy texts, documents. */
const NAMES = /(?:\.(?:tf|policy|md)|polic(?:y|ies)[^/\\]*\.(?:txt|json|ya?ml))$/i;
const MAX_BYTES = 256 * 1024;
/** A workspace with more such files is searched no further. */
const MAX_FILES = 2_000;

/** The IAM statements of a workspace's own files. */
export async function policiesUnder(roots: readonly string[]): Promise<readonly PolicyStatement[]> {
  const found: PolicyStatement[] = [];
  let count = 0;
  for await (const { file } of filesUnder(roots, () => {})) {
    if (!NAMES.test(path.basename(file))) continue;
    count += 1;
    if (count > MAX_FILES) break;
    found.push(...(await statementsOf(file)));
  }
  return found;
}

async function statementsOf(file: string): Promise<PolicyStatement[]> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return [];
    return parsePolicyDocument(await readFile(file, 'utf8')).map((one) => one.statement);
  } catch {
    return [];
  }
}
