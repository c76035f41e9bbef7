import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { FileWatch } from '../../../src/machine/file-watch';
import { Home } from './home';

describe('watching', () => {
  let home: Home;
  let watch: FileWatch;
  let heard: (() => void) | undefined;

  beforeEach(() => {
    home = new Home();
    watch = new FileWatch(() => heard?.(), 20);
  });
  afterEach(() => {
    watch.close();
    home.remove();
  });

  /** Resolves when something is told within a second. */
  async function told(act: () => void): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const change = new Promise<void>((resolve, reject) => {
      heard = resolve;
      timer = setTimeout(() => reject(new Error('nothing was told')), 1000);
    });
    act();
    await change.finally(() => clearTimeout(timer));
  }

  it('tells of edits, replacements and deletions', async () => {
    const file = home.write('.oci/config', 'a');
    watch.follow([file]);
    await told(() => writeFileSync(file, 'b'));
    await told(() => {
      writeFileSync(`${file}.new`, 'c');
      renameSync(`${file}.new`, file);
    });
    await told(() => rmSync(file));
    await told(() => writeFileSync(file, 'd'));
  });

  it('tells of a file whose folders are yet to be made', async () => {
    const file = home.path('.oci/sessions/A/token');
    watch.follow([file]);
    await told(() => mkdirSync(path.dirname(file), { recursive: true }));
    await told(() => writeFileSync(file, 'token'));
  });

  it('follows a folder that is removed and made again', async () => {
    const file = home.write('.oci/sessions/A/token', 'one');
    watch.follow([file]);
    await told(() => rmSync(path.dirname(file), { recursive: true }));
    await told(() => home.write('.oci/sessions/A/token', 'two'));
    await told(() => writeFileSync(file, 'three'));
  });

  it('is silent about other files, and when closed', async () => {
    const file = home.write('.oci/config', 'a');
    watch.follow([file]);
    let count = 0;
    heard = () => {
      count += 1;
    };
    home.write('.oci/other', 'x');
    watch.close();
    writeFileSync(file, 'b');
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(count, 0);
  });
});
