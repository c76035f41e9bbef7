import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('The packaged extension in the window', function () {
  this.timeout(180_000);
  let window: Workbench;

  before(async () => {
    window = await Workbench.open();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window.picture(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(() => window?.close());

  it('shows nothing at start', async () => {
    await window.page.locator('.statusbar').waitFor();
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
  });

  it('underlines the call and lists the problem', async () => {
    await window.openFile('support_agent.py');
    await window.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await window.command('Problems: Focus on Problems View');
    await window.problem('The agent runtime is called with an IAM API signing key').waitFor();
    await window.picture('problem');
  });

  it('offers the principal by keyboard, changes the file, and undo brings the problem back', async () => {
    await window.openFile('func.py');
    await window.line('GenerativeAiAgentRuntimeClient').click();
    await window.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await window.page.keyboard.press('Control+Home');
    // In this file: F8 alone goes on to the next file.
    await window.page.keyboard.press('Alt+F8');
    const zone = window.page.locator('.monaco-editor .zone-widget', { hasText: 'IAM API signing key' });
    await zone.waitFor();
    await window.picture('next-problem');
    await window.page.keyboard.press('Escape');
    await zone.waitFor({ state: 'detached' });
    const menu = await window.quickFixes('Use the resource principal');
    await menu.getByText('Allow agent-with-iam-key here').waitFor();
    await window.picture('quick-fixes');
    await window.page.keyboard.press('Enter');
    await window.line('get_resource_principals_signer').waitFor();
    await window.page.locator('.monaco-editor .squiggly-warning').waitFor({ state: 'detached' });
    await window.save();
    await window.picture('fixed');
    assert.match(window.read('function', 'func.py'), /signer=oci\.auth\.signers\.get_resource_principals_signer\(\)/);
    await window.page.keyboard.press('Control+Z');
    await window.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    await window.save();
    assert.match(window.read('function', 'func.py'), /from_file\("\/function\/\.oci\/config"\)/);
  });

  it('speaks in a notebook, where the first cell decides', async () => {
    await window.openFile('support_agent.ipynb');
    await window.page.locator('.notebookOverlay .monaco-editor .squiggly-warning').first().waitFor();
    await window.problem('agent-with-iam-key').waitFor();
    await window.picture('notebook');
  });

  it('opens the page of a rule from the code of the problem', async () => {
    await window.openFile('bearer_agent.py');
    await window.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await window.problem('never accepts a GenAI API key').waitFor();
    await window
      .problem('never accepts a GenAI API key')
      .getByText('agent-with-genai-key')
      .click({ modifiers: ['Alt'] });
    await window.page.locator('.tab.active', { hasText: 'agent-with-genai-key' }).waitFor();
    const page = window.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe');
    await page.getByRole('heading', { name: 'What it does' }).waitFor();
    await window.picture('rule-page');
  });
});
