import assert from 'node:assert/strict';
import { Analyzer } from '../../../src/flow/analyze';
import { catalogueOf } from '../../../src/knowledge/sdks';
import type { Sdk } from '../../../src/knowledge/sdks/fact';
import { Grammars } from '../../../src/source/grammar';
import { PYTHON_GRAMMAR, pythonFrontEnd } from '../../../src/source/python';
import { grammarFile } from '../../rules/fixtures';

/** The whole work of adding an SDK: one entry. */
const MADE_UP: Sdk = {
  id: 'python-made-up',
  languages: ['python'],
  facts: [
    {
      in: ['madeup'],
      names: ['AgentSession'],
      makes: {
        kind: 'client',
        reach: { plane: 'agent-runtime' },
        auth: [
          {
            as: 'choice',
            choice: { arg: { name: 'login', at: 0 }, values: { key: 'iam-api-key', vm: 'instance-principal' } },
          },
        ],
        fallback: 'iam-api-key',
      },
      source: 'a test',
    },
  ],
};

describe('a made-up SDK', () => {
  it('is known to flow by one entry, in every way of writing it', async () => {
    const frontEnd = pythonFrontEnd(await new Grammars(grammarFile).parser(PYTHON_GRAMMAR));
    const program = frontEnd.parse(
      [
        'import madeup',
        'from madeup.agents import AgentSession as Session',
        'from functools import partial',
        'first = madeup.AgentSession("key")',
        'second = Session(login="vm")',
        'third = partial(Session, "key")()',
        'def make(kind):',
        '    return Session(kind)',
        'fourth = make("vm")',
        'fifth = Session()',
      ].join('\n'),
    );
    const { uses } = new Analyzer(program, 'file:///made-up.py', catalogueOf('python', [MADE_UP])).run();
    assert.deepEqual(
      uses.map((use) => [use.plane, ...use.flows.map((flow) => flow.method)]),
      [
        ['agent-runtime', 'iam-api-key'],
        ['agent-runtime', 'instance-principal'],
        ['agent-runtime', 'iam-api-key'],
        ['agent-runtime', 'instance-principal'],
        ['agent-runtime', 'iam-api-key'],
      ],
    );
  });
});
