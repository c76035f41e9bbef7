import { window } from 'vscode';
import { REGIONS } from '../../../knowledge/region';

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

/** Regions that are asked for most stand first. */
export async function askRegion(title: string, first: readonly string[]): Promise<string | undefined> {
  const rest = [...REGIONS.keys()].filter((region) => !first.includes(region));
  const picked = await window.showQuickPick(
    [...first, ...rest].map((label) => ({ label })),
    { title, placeHolder: 'Region', ignoreFocusOut: true },
  );
  return picked?.label;
}

export const required = (text: string): string | undefined => (text === '' ? 'Needed.' : undefined);

export const ocidOf =
  (kind: string) =>
  (text: string): string | undefined =>
    text.startsWith(`ocid1.${kind}.`) ? undefined : `An OCID that starts with ocid1.${kind}.`;
