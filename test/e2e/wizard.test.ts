import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { placeCredentials } from '../oci/harness/workload';
import { LocalOci } from '../oci/server/local-oci';
import { createWorld } from '../oci/server/world';
import { Workbench } from './workbench';

const THEMES = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

const NOT_FOUND =
  "oci.exceptions.ServiceError: {'target_service': 'generative_ai_agent_runtime', 'status': 404, 'code': 'NotAuthorizedOrNotFound', 'operation_name': 'create_session', 'message': 'Authorization failed or requested resource not found.', 'request_endpoint': 'POST https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.amaaaaaa/sessions'}";

for (const [name, theme] of THEMES) {
  describe(`Wizard and explanations by keyboard alone, ${name}`, function () {
    this.timeout(180_000);
    let window: Workbench;

    before(async () => {
      window = await Workbench.open(undefined, { settings: { 'workbench.colorTheme': theme } });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await window.picture(`failed-wizard-${name}`);
    });

    after(() => window?.close());

    const picture = (step: string): Promise<void> => window.picture(`wizard-${name}-${step}`);
    const focused = (text: string): Promise<void> => window.focused(text).waitFor();
    const enter = (): Promise<void> => window.page.keyboard.press('Enter');

    it('asks five questions with what the workspace shows, and goes back', async () => {
      await window.command('OCI GenAI Auth: Choose and Set Up Authentication');
      await window.title('What do you call? (1/5)').waitFor();
      await focused('Classic agents');
      await window.quickInput.getByText('found in principal_agent.py').waitFor();
      await picture('1-call');
      await enter();
      await window.title('Where does it run? (2/5)').waitFor();
      await focused('Functions');
      await picture('2-place');
      await enter();
      await window.title('What matters most? (3/5)').waitFor();
      await focused('Production');
      await picture('3-priority');
      await enter();
      await window.title('In which language? (4/5)').waitFor();
      await focused('Python');
      await picture('4-language');
      await window.page.keyboard.press('Control+Alt+Minus');
      await window.title('What matters most? (3/5)').waitFor();
      await focused('Production');
      await enter();
      await window.title('In which language? (4/5)').waitFor();
      await focused('Python');
      await enter();
      await window.title('In which region? (5/5)').waitFor();
      await focused('us-chicago-1');
      await picture('5-region');
      await enter();
    });

    it('answers on one page, whose buttons the keyboard reaches', async () => {
      const page = window.webview;
      await page.getByRole('heading', { name: 'Resource principal' }).waitFor();
      await page.getByText('get_resource_principals_signer').first().waitFor();
      await picture('6-result');
      await page.getByText("resource.type = 'fnfunc'").waitFor();
      await until(page, 'Copy: the code');
      await enter();
      await page.getByRole('status').getByText('Copied').waitFor();
      await until(page, 'Terraform');
      await picture('7-permission');
      await enter();
      await page.getByText('resource "oci_identity_policy"').first().waitFor();
      assert.equal(await page.getByRole('button', { name: 'Terraform' }).getAttribute('aria-pressed'), 'true');
      await picture('8-terraform');
      await until(page, 'Copy: func.yaml');
      await page.getByText('func.py handler').first().waitFor();
      await picture('8-deployment');
      await until(page, 'Show: IAM API signing key');
      await picture('9-methods');
      await enter();
      await page.getByRole('heading', { name: 'IAM API signing key' }).waitFor();
      await page.getByText('Discouraged').first().waitFor();
      await window.command('View: Close All Editors');
    });

    it('explains an error in the order of this workspace', async () => {
      await window.command('OCI GenAI Auth: Explain an Error');
      await focused('From the clipboard');
      await picture('10-error');
      await typed(NOT_FOUND);
      const page = window.webview;
      await page.getByRole('heading', { name: 'Most likely first' }).waitFor();
      await picture('11-explained');
      assert.equal(await page.getByText('amaaaaaa').count(), 0);
      await until(page, 'Generate the Policy');
      await enter();
      await focused('Console text');
      await picture('12-policy');
      await enter();
      await window.line('Allow dynamic-group').waitFor();
      await picture('13-statements');
    });

    it('refuses what is no such error politely', async () => {
      await window.command('OCI GenAI Auth: Explain an Error');
      await focused('From the clipboard');
      await typed('TypeError: undefined is not a function');
      await window.page.locator('.notification-toast', { hasText: 'This is no OCI authentication' }).waitFor();
      await picture('14-refused');
    });

    async function typed(text: string): Promise<void> {
      await window.page.keyboard.press('ArrowDown');
      await focused('Type or paste');
      await enter();
      await window.quickInput.getByText('Nothing is sent anywhere').waitFor();
      await window.quickInput.locator('input').fill(text);
      await enter();
    }

    /** Presses Tab until the button of this name has the focus. */
    async function until(page: FrameLocator, label: string): Promise<void> {
      const button = page.getByRole('button', { name: label }).first();
      for (let pressed = 0; pressed < 90; pressed += 1) {
        if (await button.evaluate((one) => one === one.ownerDocument.activeElement)) return;
        await window.page.keyboard.press('Tab');
      }
      assert.fail(`Tab never reaches ${label}`);
    }
  });
}

describe('Checks against the local OCI', function () {
  this.timeout(180_000);
  let window: Workbench;
  let oci: LocalOci;
  let home: string;

  before(async () => {
    const world = await createWorld();
    oci = await LocalOci.start(world);
    home = mkdtempSync(path.join(os.tmpdir(), 'wizard-'));
    placeCredentials(['iam-api-key'], home, world);
    window = await Workbench.open(undefined, {
      settings: { 'principled.trialEndpoint': oci.url, 'terminal.integrated.gpuAcceleration': 'off' },
      env: { HOME: home },
    });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window.picture('failed-wizard-check');
  });

  after(async () => {
    await window?.close();
    await oci?.close();
    rmSync(home, { recursive: true, force: true });
  });

  const answerAll = async (): Promise<void> => {
    await window.command('OCI GenAI Auth: Choose and Set Up Authentication');
    // The title of a step may stand above the rows of the one before.
    for (const [step, row] of [
      ['What do you call?', 'Classic agents'],
      ['Where does it run?', 'Functions'],
      ['What matters most?', 'Production'],
      ['In which language?', 'Python'],
      ['In which region?', 'us-chicago-1'],
    ] as const) {
      await window.title(step).waitFor();
      await window.focused(row).waitFor();
      await window.page.keyboard.press('Enter');
    }
  };

  /** A picture in the dark theme, and one in the light theme; what the palette hides is brought back before each. */
  const inBothThemes = async (name: string, shown = async (): Promise<void> => {}): Promise<void> => {
    for (const [suffix, workbench] of [
      ['', '.monaco-workbench.vs-dark'],
      ['-light', '.monaco-workbench.vs'],
    ] as const) {
      await window.page.locator(workbench).waitFor();
      await shown();
      await window.picture(`${name}${suffix}`);
      await window.command('Preferences: Toggle between Light/Dark Themes');
    }
    await window.page.locator('.monaco-workbench.vs-dark').waitFor();
  };

  it('tests a credential of this machine and says what each plane answers', async () => {
    await answerAll();
    const page = window.webview;
    await page.getByRole('combobox', { name: 'Credential' }).waitFor();
    await page.getByRole('button', { name: 'Test Now' }).click();
    const results = page.getByRole('list', { name: 'Result of the test' });
    await results.getByText('agent runtime').waitFor();
    await results.getByText('credential accepted').first().waitFor();
    await results.scrollIntoViewIfNeeded();
    await inBothThemes('wizard-check');
    await window.command('View: Close All Editors');
  });

  it('puts code at the cursor, opens it as a file, and never replaces one', async () => {
    await window.openFile('requirements.txt');
    await window.line('oci').click();
    await window.page.keyboard.press('Control+End');
    await window.page.locator('.statusbar-item', { hasText: 'Ln 3, Col 1' }).waitFor();
    await answerAll();
    const page = window.webview;
    await page.getByRole('button', { name: 'New File: the code' }).click();
    await window.page.locator('.tab.active', { hasText: 'func.py' }).waitFor();
    await window.line('get_resource_principals_signer').waitFor();
    await window.save();
    assert.match(window.read('func.py'), /^import io\n\nimport oci\n[\s\S]*get_resource_principals_signer/);
    assert.match(window.read('func.py'), /^def handler\(ctx, data: io\.BytesIO = None\):$/m);
    await window.picture('wizard-new-file');
    await page.getByRole('button', { name: 'New File: the code' }).click();
    await page.getByText('func.py exists').waitFor();
    await page.getByRole('button', { name: 'Insert: .dockerignore' }).click();
    await window.page.locator('.tab.active', { hasText: 'requirements.txt' }).waitFor();
    await window.save();
    assert.match(window.read('function', 'requirements.txt'), /^fdk\noci\n\*\*\/\.oci\n\*\*\/\*\.pem\n\*\*\/\.env\n$/);
    await window.command('View: Close All Editors');
  });

  it('tells at a client what arrives there, above it too', async () => {
    await window.openFile('support_agent.py');
    await window.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    const client = window.line('GenerativeAiAgentRuntimeClient(').getByText('GenerativeAiAgentRuntimeClient');
    await inBothThemes('wizard-hover', async () => {
      await client.hover();
      await window.page.locator('.monaco-hover', { hasText: 'Agent runtime' }).first().waitFor();
    });
    await window.command('View: Close All Editors');
  });

  it('turns an OCI error in the terminal into a link to its explanation', async () => {
    await window.command('Terminal: Create New Terminal');
    const terminal = window.page.locator('.terminal-wrapper.active');
    await terminal.locator('.xterm-rows', { hasText: /[$#]/ }).waitFor();
    const error = 'Error: 404-NotAuthorizedOrNotFound, Authorization failed';
    await window.page.keyboard.type(`clear; echo ${error}`);
    await window.page.keyboard.press('Enter');
    const line = terminal.locator('.xterm-rows > div', { hasText: /^Error: 404-NotAuthorizedOrNotFound/ });
    await line.waitFor();
    await window.page.keyboard.down('Control');
    const box = await line.boundingBox();
    assert.ok(box);
    await window.page.mouse.move(box.x + 100, box.y + box.height / 2);
    await window.page.mouse.move(box.x + 120, box.y + box.height / 2);
    await window.page.getByText('Explain this OCI error').waitFor();
    await window.picture('wizard-terminal');
    await window.page.mouse.down();
    await window.page.mouse.up();
    await window.page.keyboard.up('Control');
    await window.webview.getByRole('heading', { name: 'Most likely first' }).waitFor();
    await inBothThemes('wizard-terminal-explained');
  });

  it('reads the whole error where it has several lines', async () => {
    await window.command('Terminal: Create New Terminal');
    const terminal = window.page.locator('.terminal-wrapper.active');
    await terminal.locator('.xterm-rows', { hasText: /[$#]/ }).waitFor();
    const lines = [
      'ServiceError:',
      '{',
      '  "code": "NotAuthorizedOrNotFound",',
      '  "request_endpoint": "POST https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531",',
      '  "status": 404',
      '}',
    ];
    window.write('agent-error.txt', `${lines.join('\n')}\n`);
    // What a command prints in its last 50 ms the editor may keep from extensions, so the command lasts.
    await window.page.keyboard.type('clear; cat agent-error.txt; read');
    await window.page.keyboard.press('Enter');
    const line = terminal.locator('.xterm-rows > div', { hasText: '"code": "NotAuthorizedOrNotFound"' });
    await line.waitFor();
    await window.page.keyboard.down('Control');
    const box = await line.boundingBox();
    assert.ok(box);
    await window.page.mouse.move(box.x + 100, box.y + box.height / 2);
    await window.page.mouse.move(box.x + 120, box.y + box.height / 2);
    await window.page.getByText('Explain this OCI error').waitFor();
    await window.page.mouse.down();
    await window.page.mouse.up();
    await window.page.keyboard.up('Control');
    await window.webview.getByRole('heading', { name: 'No policy grants the agent family' }).first().waitFor();
    await window.picture('wizard-terminal-whole');
  });

  it('shows the pages again after the window was reloaded', async () => {
    await window.command('View: Close All Editors');
    await answerAll();
    await window.webview.getByRole('heading', { name: 'Resource principal' }).waitFor();
    await window.reload();
    await window.webview.getByRole('heading', { name: 'Resource principal' }).waitFor();
    await window.webview.getByText('get_resource_principals_signer').first().waitFor();
    await window.picture('wizard-restored');
    await window.command('View: Close All Editors');
  });

  it('opens the walkthrough and the report', async () => {
    await window.command('Welcome: Open Walkthrough');
    await window.quickInput.locator('input').fill('Get auth right');
    await window.focused('Get auth right in five minutes').waitFor();
    await window.page.keyboard.press('Enter');
    await window.page.getByText('Choose the method').first().waitFor();
    await window.page.keyboard.press('Control+B');
    await window.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await window.picture('wizard-walkthrough');
    await window.command('OCI GenAI Auth: Doctor');
    await window.line('OCI GenAI Auth: Doctor').waitFor();
    await window.picture('wizard-doctor');
  });
});
