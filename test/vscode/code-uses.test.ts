import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { TreeView } from 'vscode';
import { NOTHING_FOUND, type Survey, type UseFact } from '../../src/advisor';
import { ACTIONS } from '../../src/extension/explorer/actions';
import { compartmentOf } from '../../src/extension/explorer/actions/test-connection';
import { CodeUses } from '../../src/extension/explorer/code-uses';
import type { Node } from '../../src/extension/explorer/node';
import { Stage, TENANCY } from './stage';

const USE: UseFact = {
  uri: 'file:///app/main.py',
  line: 3,
  plane: 'inference-native',
  operations: [],
  methods: ['iam-api-key'],
  profiles: ['TEAM'],
  named: [],
  language: 'python',
};
const SURVEY: Survey = { ...NOTHING_FOUND, uses: [USE] };

/** A survey that ends when it is told to. */
class SlowSurvey {
  running = 0;
  most = 0;
  started = 0;
  private readonly ends: (() => void)[] = [];

  readonly run = async (): Promise<Survey> => {
    this.started += 1;
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    this.running -= 1;
    return SURVEY;
  };

  end(): void {
    this.ends.shift()?.();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('What the code uses', () => {
  it('is looked for once at a time, and once more for all who asked meanwhile', async () => {
    const slow = new SlowSurvey();
    const uses = new CodeUses(slow.run, () => {});
    try {
      uses.want();
      const both = [uses.renew(), uses.renew()];
      await turn();
      assert.equal(slow.started, 1);
      slow.end();
      await turn();
      assert.deepEqual([slow.started, slow.running], [2, 1]);
      slow.end();
      await Promise.all(both);
      assert.deepEqual([slow.started, slow.most], [2, 1]);
    } finally {
      uses.dispose();
    }
  });

  it('is looked for again after a look that failed', async () => {
    const survey = sinon.stub().rejects(new Error('the server stopped')).onSecondCall().resolves(SURVEY);
    const uses = new CodeUses(survey, () => {});
    await uses.ready();
    assert.deepEqual(uses.uses, []);
    await uses.renew();
    assert.equal(uses.uses.length, 1);
    uses.dispose();
  });

  describe('in the explorer', () => {
    let stage: Stage;
    beforeEach(() => {
      stage = new Stage();
    });
    afterEach(() => stage.close());

    it('is revealed once the look that runs has ended', async () => {
      stage.home.write('.oci/config', stage.keyProfile());
      const node = await stage.credential('TEAM');
      await stage.model.code.ready();
      const slow = new SlowSurvey();
      stage.look = slow.run;
      const looking = stage.model.code.renew();
      const reveal = sinon.stub().resolves();
      const view = { selection: [], visible: true, reveal } as unknown as TreeView<Node>;
      const done = ACTIONS.revealUsages({ ...stage.actions, view }, node);
      await turn();
      assert.equal(reveal.callCount + stage.ui.showInformationMessage.callCount, 0, 'nothing is said too early');
      slow.end();
      await Promise.all([looking, done]);
      const revealed: Node | undefined = reveal.args[0]?.[0];
      assert.ok(revealed?.kind === 'usages');
      assert.deepEqual(
        revealed.spots.map(({ uri, line }) => [uri, line]),
        [[USE.uri, USE.line]],
      );
    });

    it('gives a test its compartment: a real one of the realm, the most named first', async () => {
      stage.home.write('.oci/config', stage.keyProfile());
      const held = stage.model.held((await stage.credential('TEAM')).id);
      assert.ok(held?.credential.tenancy === TENANCY);
      const inCode = async (...compartment: string[]): Promise<string | undefined> => {
        stage.survey = { ...NOTHING_FOUND, ocids: { ...NOTHING_FOUND.ocids, compartment } };
        await stage.model.code.renew();
        return compartmentOf(stage.model, held);
      };
      const [real, second] = ['first', 'second'].map((one) => `ocid1.compartment.oc1..aaaaaaaa${one}h2k5q7w3`);
      const placeholder = 'ocid1.compartment.oc1..<your-compartment>';
      const elsewhere = 'ocid1.compartment.oc2..aaaaaaaaelsewhereh2k5q7w3';
      assert.equal(await inCode(placeholder, elsewhere, real ?? '', second ?? ''), real);
      assert.equal(await inCode(placeholder, elsewhere), undefined);
      stage.model.tests.choose(held.credential.id, second ?? '');
      assert.equal(await inCode(real ?? ''), second, 'the choice of the user comes first');
    });
  });
});
