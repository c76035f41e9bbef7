import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, LIVE_BUNDLE } from '../../../scripts/live-bundle';
import type { Material } from '../../../src/credentials/material';
import type { LiveOptions, LiveReport } from '../../../src/live/main';

/** Where a pod finds its service account, which the SDK takes from nowhere else. */
const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The fetch of an editor goes through its proxy. Here undici’s does, which is the one inside Node. */
const UNDICI = createRequire(import.meta.url).resolve('undici');

/** Runs in a process of its own, so that nothing of the test's modules can stand in for what ships. */
const MAIN = `
const fs = require('node:fs');
const { material, options, pod, proxy } = JSON.parse(fs.readFileSync(0, 'utf8'));
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => read(String(file).startsWith('${SERVICE_ACCOUNT}') ? file.replace('${SERVICE_ACCOUNT}', pod) : file, ...rest);
if (proxy) {
  const { ProxyAgent, fetch } = require('${UNDICI}');
  const dispatcher = new ProxyAgent(proxy);
  globalThis.fetch = (url, init) => fetch(url, { ...init, headers: Object.fromEntries(init.headers), dispatcher });
}
require(process.argv[1]).testConnection(material, options).then((report) => fs.writeFileSync(process.argv[2], JSON.stringify(report)));
`;

export interface Asked {
  readonly report: LiveReport;
  /** Whatever went to the console. */
  readonly said: string;
}

/** The bundle of live checks as the extension ships it. */
export class ShippedBundle {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<ShippedBundle> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'live-'));
    const { entry, alias } = LIVE_BUNDLE;
    await build({ entryPoints: { live: entry }, outdir: folder, alias, ...bundleOptions(true) });
    return new ShippedBundle(folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The variable by which a process trusts an authority. */
  trusting(caPem: string): Readonly<Record<string, string>> {
    writeFileSync(path.join(this.folder, 'authority.pem'), caPem);
    return { NODE_EXTRA_CA_CERTS: path.join(this.folder, 'authority.pem') };
  }

  /** The files of a pod's service account, and the variable for its certificate that Python reads too. */
  pod(token: string, caPem: string): Readonly<Record<string, string>> {
    writeFileSync(path.join(this.folder, 'token'), token);
    writeFileSync(path.join(this.folder, 'ca.crt'), caPem);
    return { OCI_KUBERNETES_SERVICE_ACCOUNT_CERT_PATH: path.join(this.folder, 'ca.crt') };
  }

  ask(
    material: Material,
    options: LiveOptions,
    environment: Readonly<Record<string, string>> = {},
    proxy?: string,
  ): Promise<Asked> {
    const answer = path.join(this.folder, 'report.json');
    const child = spawn(process.execPath, ['-e', MAIN, path.join(this.folder, 'live.js'), answer], {
      env: { PATH: process.env['PATH'], HOME: this.folder, ...environment },
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.stdin.end(JSON.stringify({ material, options, pod: this.folder, proxy }));
    return new Promise((resolve, reject) =>
      child.once('error', reject).once('close', (code) => {
        if (code === 0) resolve({ report: JSON.parse(readFileSync(answer, 'utf8')) as LiveReport, said });
        else reject(new Error(`the bundle failed: ${said}`));
      }),
    );
  }
}
