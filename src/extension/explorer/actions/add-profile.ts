import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { window, workspace } from 'vscode';
import { changeConfig, writeSecretFile } from '../../../machine/config-writer';
import { shownPath } from '../../../machine/credential-path';
import { generateSigningKey } from '../../../machine/key-reader';
import { reasonOf } from '../../../machine/walk';
import type { Model } from '../model';
import { askRegion, askText, ocidOf } from './ask';
import { askConfigFile } from './config-file';
import type { Action } from './context';
import { told } from './refusal';
import { authenticate } from './session';
import { offerUndo } from './undo';

const TITLE = 'Add Profile';
const IS_THERE = 'is there already and was left as it is';
const FIRST_REGIONS = ['us-chicago-1', 'us-ashburn-1', 'us-phoenix-1', 'eu-frankfurt-1', 'uk-london-1'];
const NAME = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** A guided form: a session for a person at a laptop, or a key that is made here and uploaded by hand. */
export const addProfile: Action = async ({ model }) => {
  const kind = await window.showQuickPick(
    [
      {
        label: 'Session token',
        description: 'recommended',
        detail: 'Sign in with the browser. Ends by itself.',
        key: false,
      },
      { label: 'API signing key', detail: 'A key pair is made here; you upload its public half.', key: true },
    ],
    { title: TITLE, placeHolder: 'How does this profile sign in?', ignoreFocusOut: true },
  );
  const target = kind && (await askConfigFile(model.machine, TITLE));
  if (!target) return;
  const { file, note } = target;
  const here = model.all.filter(({ credential }) => credential.location?.file === file);
  const taken = new Set(here.map(({ credential }) => credential.profile));
  const name = await askText(TITLE, `Profile name${note}`, (text) =>
    taken.has(text)
      ? 'A profile of that name is there already.'
      : NAME.test(text)
        ? undefined
        : 'Letters, digits, dots, dashes and underscores.',
  );
  if (!name) return;
  const region = await askRegion(`${TITLE}: Home Region`, FIRST_REGIONS);
  if (!region) return;
  const profile = { profile: name.trim(), region, file };
  if (kind.key) await addKeyProfile(model, profile);
  else await authenticate(model, profile);
};

interface NewProfile {
  readonly profile: string;
  readonly region: string;
  readonly file: string;
}

async function addKeyProfile(model: Model, { profile, region, file }: NewProfile): Promise<void> {
  const tenancy = await askText(TITLE, 'Tenancy OCID', ocidOf('tenancy'));
  const user = tenancy && (await askText(TITLE, 'User OCID', ocidOf('user')));
  if (!tenancy || !user) return;
  const keyFile = path.join(model.machine.home, '.oci', `${profile}_api_key.pem`);
  const key = generateSigningKey();
  const unwritten = await refusedKey(keyFile, key.privatePem);
  if (unwritten) {
    void window.showErrorMessage(`OCI GenAI Auth: ${shownPath(keyFile, model.machine)} ${unwritten}.`);
    return;
  }
  const written = await changeConfig(file, {
    kind: 'add-profile',
    profile,
    values: [
      ['user', user.trim()],
      ['fingerprint', key.fingerprint],
      ['tenancy', tenancy.trim()],
      ['region', region],
      ['key_file', keyFile],
    ],
  });
  if (!told(written)) {
    await rm(keyFile, { force: true });
    return;
  }
  await model.refresh();
  await showUpload(profile, user.trim(), key);
  await offerUndo(model, `Added the profile ${profile}.`, written, () => rm(keyFile, { force: true }));
}

/** Why the key could not be written. */
async function refusedKey(file: string, privatePem: string): Promise<string | undefined> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeSecretFile(file, privatePem);
    return undefined;
  } catch (error) {
    // Of the key itself, not of a folder on the way.
    const { code, syscall } = error as NodeJS.ErrnoException;
    return code === 'EEXIST' && syscall === 'open' ? IS_THERE : `could not be written: ${reasonOf(error)}`;
  }
}

/** The next step as a page that can be followed and copied from. Only the public half stands in it. */
async function showUpload(
  profile: string,
  user: string,
  { publicPem, fingerprint }: { readonly publicPem: string; readonly fingerprint: string },
): Promise<void> {
  const content = `# Upload the public key of ${profile}

OCI accepts the profile once it knows this public key (fingerprint \`${fingerprint}\`).

1. In the OCI Console open **Profile → My profile → API keys → Add API key**.
2. Choose **Paste a public key** and paste this:

\`\`\`
${publicPem.trim()}
\`\`\`

Or, with a profile that is allowed to, save it as \`public.pem\` and run:

\`\`\`sh
oci iam user api-key upload --user-id ${user} --key-file public.pem
\`\`\`

Then **Test Connection** in the Credentials view.
`;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
