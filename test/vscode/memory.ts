import type { ExtensionContext } from 'vscode';

/** Secret storage and state as an extension has them, in memory. */
export function memory(): Pick<ExtensionContext, 'globalState' | 'secrets'> {
  const state = new Map<string, unknown>();
  const secrets = new Map<string, string>();
  return {
    globalState: {
      get: (key: string, otherwise: unknown) => state.get(key) ?? otherwise,
      update: async (key: string, value: unknown) => void state.set(key, value),
    },
    secrets: {
      get: async (key: string) => secrets.get(key),
      store: async (key: string, value: string) => void secrets.set(key, value),
      delete: async (key: string) => void secrets.delete(key),
    },
  } as unknown as Pick<ExtensionContext, 'globalState' | 'secrets'>;
}
