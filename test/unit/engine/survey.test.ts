import assert from 'node:assert/strict';
import { type SurveyedFile, surveyFiles } from '../../../src/engine/survey';
import { testEngine } from '../../rules/fixtures';

const MAKER = 'import oci\nclient = oci.generative_ai_inference.GenerativeAiInferenceClient({})\n';
const CALLER = 'from maker import client\nclient.chat(details)\n';

const fileOf = (name: string, text: string): SurveyedFile => ({
  uri: `file:///workspace/${name}`,
  named: false,
  read: async () => text,
  evidence: async () => [],
});

async function* given(): AsyncGenerator<SurveyedFile> {
  yield fileOf('maker.py', MAKER);
  yield fileOf('caller.py', CALLER);
}

describe('a survey', () => {
  it('goes on past a caller that cannot be parsed', async () => {
    const engine = testEngine();
    engine.calledElsewhere = () => Promise.reject(new Error('cannot be parsed'));
    const found = await surveyFiles(engine, given());
    assert.deepEqual(
      found.uses.map(({ uri }) => uri),
      ['file:///workspace/maker.py'],
    );
    assert.equal(found.files, 2);
    assert.equal(found.partial, false);
  });
});
