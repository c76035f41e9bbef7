import type { ExtensionContext } from 'vscode';

export interface Memory extends Pick<ExtensionContext, 'globalState' | 'secrets'> {
  /** The keyring of the system: while it is locked it neither takes nor gives. */
  isLocked: boolean;
  /** The disk: while it is full, what changes is known to this window alone. */
  isFull: boolean;
}

/** Secret storage and state as an extension has them, in memory. */
export function memory(): Memory {
  const state = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  const opened = (): typeof secrets => {
    if (made.isLocked) throw new Error('The keyring is locked');
    return secrets;
  };
  const made = {
    isLocked: false,
    isFull: false,
    globalState: {
      get: (key: string, otherwise: unknown) => state.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => {
        state.set(key, value);
        if (made.isFull) throw new Error('The disk is full');
      },
    },
    secrets: {
      get: async (key: string) => opened().get(key),
      store: async (key: string, value: string) => void opened().set(key, value),
      delete: async (key: string) => void opened().delete(key),
    },
  };
  return made as unknown as Memory;
}
