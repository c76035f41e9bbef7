import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { browserPath } from './install';
import type { Server } from './server';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A headless browser with a fresh profile, which goes with the server's folder. */
export function launchBrowser(server: Server, viewport = { width: 1280, height: 800 }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(path.join(server.folder, 'b'), {
    executablePath: browserPath(),
    headless: true,
    viewport,
    locale: 'en-US',
    args: FLAGS,
  });
}

/** The address of a window on a folder or a workspace file. */
export function workbenchUrl(
  server: Server,
  folder?: string,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(server.url);
  if (folder) url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return url.href;
}
