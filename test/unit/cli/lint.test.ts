import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BAD, ensureBuilt, folderOf, GOOD, principled } from './program';

type Files = Parameters<typeof folderOf>[0];

function inFolder(files: Files, test: (at: string) => void): void {
  const folder = folderOf(files);
  try {
    test(folder.at);
  } finally {
    folder.remove();
  }
}

describe('principled lint', () => {
  before(ensureBuilt);

  it('answers 0 and says so when nothing is wrong', () =>
    inFolder({ 'a.py': GOOD }, (at) => {
      assert.deepEqual(principled(at, 'lint'), { code: 0, out: 'No problems.\n', err: '' });
    }));

  it('answers 1 with the place, the rule, and where the credential comes from', () =>
    inFolder({ 'a.py': BAD }, (at) => {
      const { code, out, err } = principled(at, 'lint');
      assert.equal(code, 1);
      assert.equal(err, '');
      const [first, second, last] = out.trim().split('\n');
      assert.match(first ?? '', /^a\.py:4:10: warning agent-with-iam-key: /);
      assert.match(second ?? '', /^ {4}a\.py:3:10: /);
      assert.equal(last, '1 problem (1 warning).');
    }));

  it('points at the line of another file that the credential comes from', () => {
    const helper = 'import oci\n\n\ndef settings():\n    return oci.config.from_file()\n';
    const main =
      'import oci\nfrom lib.auth import settings\nclient = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(settings())\n';
    inFolder({ 'main.py': main, 'lib/__init__.py': '', 'lib/auth.py': helper }, (at) => {
      const [, related] = principled(at, 'lint').out.trim().split('\n');
      assert.match(related ?? '', /^ {4}lib\/auth\.py:5:12: /);
      const log = JSON.parse(principled(at, 'lint', '--format', 'sarif').out);
      const place = log.runs[0].results[0].relatedLocations[0].physicalLocation;
      assert.equal(place.artifactLocation.uri, 'lib/auth.py');
      assert.equal(place.region.startLine, 5);
    });
  });

  it('counts only what reaches the level', () =>
    inFolder({ 'a.py': BAD }, (at) => {
      assert.equal(principled(at, 'lint', '--level', 'error').code, 0);
      assert.equal(principled(at, 'lint', '--level', 'warning').code, 1);
      assert.equal(principled(at, 'lint', '--level', 'info').code, 1);
    }));

  it('answers 2 for a path that is not there, on standard error, and still lints the others', () =>
    inFolder({ 'a.py': BAD }, (at) => {
      const { code, out, err } = principled(at, 'lint', 'nowhere', 'a.py');
      assert.equal(code, 2);
      assert.equal(err, 'nowhere: no such file or folder\n');
      assert.match(out, /^a\.py:4:10: /);
    }));

  it('answers 2 for options it does not know', () =>
    inFolder({}, (at) => {
      assert.equal(principled(at, 'lint', '--format', 'xml').code, 2);
      assert.equal(principled(at, 'lint', '--nonsense').code, 2);
      assert.equal(principled(at, 'nonsense').code, 2);
      assert.equal(principled(at, '--help').code, 0);
    }));

  it('reads dot files and dot folders, and leaves node_modules and .git alone', () =>
    inFolder(
      {
        '.hidden/a.py': BAD,
        '.b.py': BAD,
        'node_modules/x/c.py': BAD,
        '.git/d.py': BAD,
        'deep/node_modules/e.py': BAD,
      },
      (at) => {
        const found = [...principled(at, 'lint').out.matchAll(/^(\S+):4:10:/gm)].map((match) => match[1]);
        assert.deepEqual(found, ['.b.py', '.hidden/a.py']);
      },
    ));

  it('reads Latin-1, a byte order mark and CRLF, and finds the same place', () =>
    inFolder(
      {
        'latin.py': Buffer.from(`# caf\xe9\n${BAD}`, 'latin1'),
        'bom.py': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(BAD)]),
        'crlf.py': BAD.replaceAll('\n', '\r\n'),
        'utf16.py': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(BAD, 'utf16le')]),
      },
      (at) => {
        const found = [...principled(at, 'lint').out.matchAll(/^(\S+):(\d+):10: warning/gm)].map(
          (match) => `${match[1]} ${match[2]}`,
        );
        assert.deepEqual(found, ['bom.py 4', 'crlf.py 4', 'latin.py 5', 'utf16.py 4']);
      },
    ));

  it('is silent on empty and binary files', () =>
    inFolder({ 'empty.py': '', 'binary.py': new Uint8Array([1, 0, 2, 0, 255]) }, (at) => {
      assert.deepEqual(principled(at, 'lint'), { code: 0, out: 'No problems.\n', err: '' });
    }));

  it('says once, on standard error, that a file is too large', () =>
    inFolder({ 'huge.py': `${BAD}${'x = 1\n'.repeat(800_000)}` }, (at) => {
      assert.deepEqual(principled(at, 'lint'), {
        code: 0,
        out: 'No problems.\n',
        err: 'huge.py: too large, not linted\n',
      });
    }));

  it('tells of a named file that is binary and of a notebook that cannot be read', () =>
    inFolder({ 'binary.py': new Uint8Array([1, 0, 2]), 'other.ipynb': '{"no": 1}' }, (at) => {
      assert.deepEqual(principled(at, 'lint', 'binary.py', 'other.ipynb'), {
        code: 0,
        out: 'No problems.\n',
        err: 'binary.py: binary, not linted\nother.ipynb: not a notebook, its cells are not linted\n',
      });
      assert.deepEqual(principled(at, 'lint', 'nowhere'), {
        code: 2,
        out: '',
        err: 'nowhere: no such file or folder\n',
      });
    }));

  it('applies what is safe only, unless told otherwise', () =>
    inFolder({ 'func.yaml': 'name: x\n', 'func.py': BAD }, (at) => {
      assert.equal(principled(at, 'lint', '--fix').code, 1);
      assert.equal(readFileSync(path.join(at, 'func.py'), 'utf8'), BAD);
      const out = 'No problems.\nApplied 1 fix in 1 file.\n';
      assert.deepEqual(principled(at, 'lint', '--fix', '--unsafe'), { code: 0, out, err: '' });
      assert.match(
        readFileSync(path.join(at, 'func.py'), 'utf8'),
        /signer=oci\.auth\.signers\.get_resource_principals_signer\(\)/,
      );
    }));

  it('keeps encoding, byte order mark and line ends when it repairs', () =>
    inFolder(
      { 'func.yaml': '', 'func.py': Buffer.from(`# caf\xe9\r\n${BAD.replaceAll('\n', '\r\n')}`, 'latin1') },
      (at) => {
        principled(at, 'lint', '--fix', '--unsafe');
        const bytes = readFileSync(path.join(at, 'func.py'));
        const text = bytes.toString('latin1');
        assert.match(text, /^# caf\xe9\r\n/);
        assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
      },
    ));

  it('shows as a diff what it would change, and changes nothing', () =>
    inFolder({ 'func.yaml': '', 'func.py': BAD }, (at) => {
      const { code, out } = principled(at, 'lint', '--diff', '--unsafe');
      assert.equal(code, 1);
      assert.match(out, /^--- a\/func\.py\n\+\+\+ b\/func\.py\n@@ /);
      assert.match(out, /^-config = oci\.config\.from_file\(\)$/m);
      assert.equal(readFileSync(path.join(at, 'func.py'), 'utf8'), BAD);
    }));

  it('goes on when one file of a folder cannot be read', function () {
    if (process.getuid?.() === 0) this.skip();
    inFolder({ 'locked.py': BAD, 'open.py': BAD }, (at) => {
      chmodSync(path.join(at, 'locked.py'), 0);
      const { code, out, err } = principled(at, 'lint');
      assert.equal(code, 1);
      assert.match(err, /^locked\.py: permission denied$/m);
      assert.match(out, /^open\.py:4:10:/m);
    });
  });
});
