import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeInventory } from '../../../src/machine/inventory';
import { fingerprintOf } from '../../../src/machine/key-reader';
import type { Machine } from '../../../src/machine/machine';
import { ConfigFiles } from '../../../src/machine/sources/config-files';
import type { Held } from '../../../src/machine/sources/source';

/** The home of a user, made for one suite. */
export class Home {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'principled-home-'));
  environment: Record<string, string> = {};

  get machine(): Machine {
    return { home: this.folder, environment: this.environment, folder: this.folder, windows: false };
  }

  path(...parts: readonly string[]): string {
    return path.join(this.folder, ...parts);
  }

  write(relative: string, text: string, mode = 0o600): string {
    const file = this.path(relative);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
    return file;
  }

  async profiles(config: string, now = Date.now()): Promise<Held[]> {
    const file = this.write('.oci/config', config);
    const { held } = await takeInventory([new ConfigFiles({ only: [file] })], this.machine, now);
    return [...held];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface TestKey {
  readonly key: KeyObject;
  readonly pem: string;
  readonly fingerprint: string;
}

export function rsaKey(bits = 2048): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { key: privateKey, pem, fingerprint: fingerprintOf(publicKey) };
}

/** A token as IAM makes it, but for the signature, which nobody checks offline. */
export function tokenFor(key: KeyObject, expires: number, extra: object = {}): string {
  const { n, e } = createPublicKey(key).export({ format: 'jwk' });
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwk = JSON.stringify({ kty: 'RSA', n, e });
  return `${encode({ alg: 'RS256' })}.${encode({ exp: Math.floor(expires / 1000), jwk, ...extra })}.c2ln`;
}
