import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fill } from '../../rules/material';
import { ensureBuilt, folderOf, principled } from './program';

const CONFIG = fill(
  '[DEFAULT]\nuser={{USER_OCID}}\nfingerprint={{FINGERPRINT}}\ntenancy={{TENANCY_OCID}}\nregion=us-chicago-1\n',
);
const IMAGE = 'FROM python:3.12-slim\nCOPY . .\nCMD ["python", "ask.py"]\n';
const FOUND = /image-with-oci-config: This copies \.oci\/config into the image/;

function inFolder(files: Parameters<typeof folderOf>[0], test: (at: string) => void): void {
  const folder = folderOf(files);
  try {
    test(folder.at);
  } finally {
    folder.remove();
  }
}

describe('a Dockerfile that copies its whole folder', () => {
  before(ensureBuilt);

  it('is a finding where a config lies in it, until .dockerignore excludes it', () =>
    inFolder({ Dockerfile: IMAGE, '.oci/config': CONFIG, '.dockerignore': 'node_modules' }, (at) => {
      assert.match(principled(at, 'lint', 'Dockerfile').out, FOUND);
      principled(at, 'lint', '--fix', '--unsafe', 'Dockerfile');
      assert.equal(readFileSync(path.join(at, '.dockerignore'), 'utf8'), 'node_modules\n.oci\n');
      assert.deepEqual(principled(at, 'lint', 'Dockerfile'), { code: 0, out: 'No problems.\n', err: '' });
    }));

  it('is none without one: templates, keys of TLS, other folders, earlier stages, lists of its own', () => {
    const silent: Parameters<typeof folderOf>[0][] = [
      { Dockerfile: IMAGE },
      { Dockerfile: IMAGE, '.oci/config': '[DEFAULT]\nuser=<user>\nfingerprint=<fingerprint>\n' },
      { Dockerfile: IMAGE, 'tls.pem': fill('{{PEM}}') },
      { Dockerfile: IMAGE.replace('. .', 'src .'), '.oci/config': CONFIG },
      { Dockerfile: `${IMAGE}FROM scratch\nCOPY --from=0 /app/ask /ask\n`, '.oci/config': CONFIG },
      { Dockerfile: IMAGE, '.oci/config': CONFIG, 'Dockerfile.dockerignore': '**/.oci\n' },
    ];
    for (const files of silent)
      inFolder(files, (at) => assert.equal(principled(at, 'lint', 'Dockerfile').out, 'No problems.\n'));
  });
});
