import { workspace } from 'vscode';

/** A machine's own settings: what a workspace says here counts for nothing. */
function own<T>(name: string): T | undefined {
  return workspace.getConfiguration('principled').inspect<T>(name)?.globalValue;
}

/** Configuration files besides the ones that the SDKs read. */
export const configFiles = (): readonly string[] => own<string[]>('configFiles')?.filter((file) => file !== '') ?? [];

/** A server on this machine that stands for OCI in live tests. */
export const trialEndpoint = (): string | undefined => own<string>('trialEndpoint') || undefined;

/** Where live tests ask, unless the user chooses another one for a credential. */
export const testCompartment = (): string | undefined => own<string>('testCompartment') || undefined;
