import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Tested } from '../../../src/cli/creds-test';
import { proxyNote } from '../../../src/cli/proxy-note';

describe('a proxy that the terminal does not use', () => {
  const answered = (verdict: 'unreachable' | 'works'): readonly Tested[] => [
    {
      held: { credential: {} as Tested['held']['credential'], material: async () => undefined },
      report: { at: 0, results: [{ subject: 'identity', verdict, tone: 'bad', words: '', causes: [] }] },
    },
  ];
  const proxy = { HTTPS_PROXY: 'http://user:secret@proxy.example:3128' };

  it('is told of where nothing was reached, by its variable and never by its value', () => {
    const note = proxyNote(answered('unreachable'), proxy, 'v20.20.2');
    assert.match(note ?? '', /^HTTPS_PROXY is set, .* Node\.js 24 with NODE_USE_ENV_PROXY=1/);
    assert.equal(note?.includes('secret'), false);
    assert.match(proxyNote(answered('unreachable'), proxy, 'v22.21.0') ?? '', /: set NODE_USE_ENV_PROXY=1,/);
  });

  it('is nobody’s business otherwise', () => {
    assert.equal(proxyNote(answered('works'), proxy, 'v20.20.2'), undefined);
    assert.equal(proxyNote(answered('unreachable'), {}, 'v20.20.2'), undefined);
    assert.equal(proxyNote(answered('unreachable'), { ...proxy, NODE_USE_ENV_PROXY: '1' }, 'v24.5.0'), undefined);
    assert.equal(proxyNote(answered('unreachable'), { ...proxy, NODE_USE_ENV_PROXY: '1' }, 'v24.0.0'), undefined);
    assert.ok(proxyNote(answered('unreachable'), { ...proxy, NODE_USE_ENV_PROXY: '1' }, 'v23.0.0'));
  });
});
