import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv, { type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { BAD, ensureBuilt, folderOf, GOOD, type Outcome, principled } from './program';

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Written for draft 4, of which it uses nothing that later drafts read differently but its own address. */
function sarifSchema(): AnySchema {
  const { $schema: _draft, id: _address, ...schema } = JSON.parse(readFileSync(require.resolve(SCHEMA), 'utf8'));
  return schema;
}

const NOTEBOOK = JSON.stringify({
  cells: [
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      execution_count: null,
      source: BAD.split('\n').map((line) => `${line}\n`),
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

describe('principled lint --format sarif', () => {
  let outcome: Outcome;
  let log: Log;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));

  before(() => {
    ensureBuilt();
    const folder = folderOf({ 'a b/bad.py': BAD, 'good.py': GOOD, 'nb.ipynb': NOTEBOOK });
    outcome = principled(folder.at, 'lint', '.', 'missing', '--format', 'sarif');
    folder.remove();
    log = JSON.parse(outcome.out);
  });

  it('is nothing but a log that fits the 2.1.0 schema', () => {
    const valid = ajv.validate(sarifSchema(), log);
    assert.ok(valid, JSON.stringify(ajv.errors?.slice(0, 5)));
  });

  it('says on standard error and in the log what could not be read', () => {
    assert.equal(outcome.code, 2);
    assert.equal(outcome.err, 'missing: no such file or folder\n');
    const [invocation] = log.runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation?.toolExecutionNotifications?.[0]?.message.text, 'missing: no such file or folder');
  });

  it('carries the rules with their pages', () => {
    const rule = log.runs[0]?.tool.driver.rules?.find((one) => one.id === 'agent-with-iam-key');
    assert.equal(rule?.defaultConfiguration?.level, 'warning');
    assert.match(rule?.help?.markdown ?? '', /^# agent-with-iam-key/);
  });

  it('carries place, origin and fixes of a result', () => {
    const results = log.runs[0]?.results ?? [];
    assert.equal(results.length, 2);
    const [result] = results;
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    assert.equal(rules[result?.ruleIndex ?? -1]?.id, result?.ruleId);
    assert.equal(result?.level, 'warning');
    const place = result?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, 'a%20b/bad.py');
    assert.deepEqual(
      { ...place?.region },
      { startLine: 4, startColumn: 10, endLine: 4, endColumn: 72, charOffset: 53, charLength: 62 },
    );
    assert.equal(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 3);
    const fix = result?.fixes?.find((one) => one.description?.text?.includes('instance principal'));
    assert.equal(fix?.properties?.safety, 'unsafe');
    assert.match(
      fix?.artifactChanges[0]?.replacements[0]?.insertedContent?.text ?? '',
      /InstancePrincipalsSecurityTokenSigner/,
    );
  });

  it('points into the file of a notebook', () => {
    const result = log.runs[0]?.results?.find(
      (one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri === 'nb.ipynb',
    );
    const region = result?.locations?.[0]?.physicalLocation?.region;
    assert.equal(result?.properties?.cell, 0);
    assert.ok(region?.charOffset !== undefined && region.charLength !== undefined);
    const text = NOTEBOOK.slice(region.charOffset, region.charOffset + region.charLength);
    assert.equal(text, 'oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient');
  });
});
