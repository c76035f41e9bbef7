import assert from 'node:assert/strict';
import { Workbench } from './workbench';

const THEMES = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

const COMMAND = 'OCI GenAI Auth: Choose and Set Up Authentication';

for (const [name, theme] of THEMES) {
  describe(`The wizard by keyboard alone, ${name}`, function () {
    this.timeout(180_000);
    let window: Workbench;

    before(async () => {
      window = await Workbench.open(undefined, { settings: { 'workbench.colorTheme': theme } });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await window.picture(`failed-wizard-${name}`);
    });

    after(() => window?.close());

    it('asks five questions with what the workspace shows', async () => {
      await window.command(COMMAND);
      const found = window.quickInput.locator('.monaco-list-row', { hasText: 'found in principal_agent.py' });
      await window.title('What do you call? (1/5)').waitFor();
      await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Classic agents' }).waitFor();
      assert.equal(await found.count(), 1);
      await window.picture(`wizard-${name}-1-call`);
      await window.page.keyboard.press('Enter');
      await window.title('Where does it run? (2/5)').waitFor();
      await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Functions' }).waitFor();
      await window.picture(`wizard-${name}-2-place`);
      await window.page.keyboard.press('Enter');
      await window.title('What matters most? (3/5)').waitFor();
      await window.picture(`wizard-${name}-3-priority`);
      await window.page.keyboard.press('Enter');
      await window.title('In which language? (4/5)').waitFor();
      await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'Python' }).waitFor();
      await window.picture(`wizard-${name}-4-language`);
      await window.page.keyboard.press('Enter');
      await window.title('In which region? (5/5)').waitFor();
      await window.quickInput.locator('.monaco-list-row.focused', { hasText: 'us-chicago-1' }).waitFor();
      await window.picture(`wizard-${name}-5-region`);
      await window.page.keyboard.press('Enter');
    });

    it('answers on one page', async () => {
      const page = window.webview;
      await page.getByRole('heading', { name: 'Resource principal' }).waitFor();
      await page.getByText('get_resource_principals_signer').first().waitFor();
      await window.picture(`wizard-${name}-6-result`);
      await page.getByRole('heading', { name: 'Permission' }).scrollIntoViewIfNeeded();
      await page.getByText("resource.type = 'fnfunc'").waitFor();
      await page.getByRole('heading', { name: 'Deployment' }).scrollIntoViewIfNeeded();
      await window.picture(`wizard-${name}-7-permission`);
      await page.getByRole('heading', { name: 'All methods for this case' }).scrollIntoViewIfNeeded();
      await page.locator('table').scrollIntoViewIfNeeded();
      await page.getByRole('cell', { name: 'Identity-domain OAuth token' }).scrollIntoViewIfNeeded();
      await window.picture(`wizard-${name}-8-methods`);
    });
  });
}
