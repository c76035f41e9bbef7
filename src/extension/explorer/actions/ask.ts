import { window } from 'vscode';
import { REGION_PATTERN, REGIONS } from '../../../knowledge/region';

/** Undefined when the user turned back. */
export const askText = (
  title: string,
  prompt: string,
  validate: (text: string) => string | undefined,
  password = false,
): Thenable<string | undefined> =>
  window.showInputBox({
    title,
    prompt,
    password,
    ignoreFocusOut: true,
    validateInput: (text) => validate(text.trim()),
  });

const ANOTHER = 'Another Region…';

/** Regions that are asked for most stand first; one that is too new to be listed is typed. */
export async function askRegion(title: string, first: readonly string[]): Promise<string | undefined> {
  const rest = [...REGIONS.keys()].filter((region) => !first.includes(region));
  const picked = await window.showQuickPick(
    [...first, ...rest, ANOTHER].map((label) => ({ label })),
    { title, placeHolder: 'Region', ignoreFocusOut: true },
  );
  if (picked?.label !== ANOTHER) return picked?.label;
  const typed = await askText(title, 'Region, such as us-chicago-1', (text) =>
    REGION_PATTERN.test(text) ? undefined : 'A region is written like us-chicago-1.',
  );
  return typed?.trim();
}

export const required = (text: string): string | undefined => (text === '' ? 'Needed.' : undefined);

export const ocidOf =
  (kind: string) =>
  (text: string): string | undefined =>
    text.startsWith(`ocid1.${kind}.`) ? undefined : `An OCID that starts with ocid1.${kind}.`;
