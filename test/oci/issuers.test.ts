import assert from 'node:assert/strict';
import { createHash, createSign, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { prefixOf } from './server/address';
import { CertificateAuthority } from './server/certificates';
import { startSession } from './server/issuers/credentials';
import { generateKeys } from './server/keys';
import { LocalOci } from './server/local-oci';
import { createWorld, type World } from './server/world';

interface Chain {
  readonly leaf: string;
  readonly leafKey: string;
  readonly intermediate: string;
}

describe('issuers of tokens', function () {
  this.timeout(30_000);
  let world: World;
  let oci: LocalOci;

  before(async () => {
    world = await createWorld();
    oci = await LocalOci.start(world);
  });
  after(() => oci.close());

  const claimsOf = (token: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  const ownChain = (): Chain => ({
    leaf: world.instance.certificatePem,
    leafKey: world.instance.privatePem,
    intermediate: world.instance.intermediatePem,
  });

  /** The federation call as SDKs make it, so that each part of it can be wrong. */
  function federate(chain: Chain, { tenancy = world.tenancy, signingKey = chain.leafKey } = {}): Promise<Response> {
    const body = JSON.stringify({
      certificate: chain.leaf,
      publicKey: generateKeys().publicPem,
      intermediateCertificates: [chain.intermediate],
    });
    const values: Record<string, string> = {
      date: new Date().toUTCString(),
      '(request-target)': 'post /v1/x509',
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json',
      'x-content-sha256': createHash('sha256').update(body).digest('base64'),
    };
    const lines = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
    const signature = createSign('RSA-SHA256').update(lines.join('\n')).sign(signingKey, 'base64');
    const keyId = `${tenancy}/fed-x509/${new X509Certificate(chain.leaf).fingerprint}`;
    const fields = [`keyId="${keyId}"`, 'algorithm="rsa-sha256"', `headers="${Object.keys(values).join(' ')}"`];
    const authorization = `Signature version="1",${fields.join(',')},signature="${signature}"`;
    const { '(request-target)': _target, 'content-length': _length, ...headers } = values;
    return fetch(`${oci.url}/v1/x509`, { method: 'POST', headers: { ...headers, authorization }, body });
  }

  it('gives an instance a token for its session key', async () => {
    const reply = await federate(ownChain());
    assert.equal(reply.status, 200);
    const claims = claimsOf(((await reply.json()) as { token: string }).token);
    assert.deepEqual([claims['ptype'], claims['opc-tenant']], ['instance', world.tenancy]);
    assert.ok(claims['jwk']);
  });

  it('gives none to a chain of another root', async () => {
    const root = await CertificateAuthority.create('CN=PKISVC Identity Root');
    const intermediate = await root.intermediate('CN=PKISVC Identity Intermediate');
    const leaf = await intermediate.issue({ name: `CN=stranger, OU=opc-tenant:${world.tenancy}` });
    const chain = {
      leaf: leaf.certificatePem,
      leafKey: leaf.privatePem,
      intermediate: intermediate.certificatePem,
    };
    assert.equal((await federate(chain)).status, 401);
  });

  it('gives none to who has the certificate but not its key', async () => {
    assert.equal((await federate(ownChain(), { signingKey: generateKeys().privatePem })).status, 401);
  });

  it('gives none for another tenancy', async () => {
    assert.equal((await federate(ownChain(), { tenancy: 'ocid1.tenancy.oc1..other' })).status, 401);
  });

  it('answers 400 to what is no certificate', async () => {
    assert.equal((await federate({ ...ownChain(), intermediate: 'none' })).status, 400);
  });

  it('has metadata only for who shows the header', async () => {
    const url = `${oci.url}/opc/v2/instance/region`;
    assert.equal((await fetch(url)).status, 401);
    const reply = await fetch(url, { headers: { authorization: 'Bearer Oracle' } });
    assert.equal(await reply.text(), world.region);
  });

  it('swaps only the cluster’s own service account token', async () => {
    const swap = (token: string): Promise<Response> =>
      fetch(`${oci.url}/resourcePrincipalSessionTokens`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ podKey: generateKeys().publicPem }),
      });
    assert.equal((await swap('another')).status, 403);
    const reply = await swap(world.serviceAccountToken);
    const { token } = JSON.parse(Buffer.from((await reply.text()).slice(1, -1), 'base64').toString());
    assert.match(token, /^ST\$/);
    assert.equal(claimsOf(token)['res_tenant'], world.tenancy);
  });

  it('prolongs no session without its key', async () => {
    const { token } = startSession(world);
    const reply = await fetch(`${prefixOf('auth', oci.url)}/v1/authentication/refresh`, {
      method: 'POST',
      body: JSON.stringify({ currentToken: token }),
    });
    assert.equal(reply.status, 401);
  });

  it('gives access tokens only to a known client', async () => {
    const ask = (secret: string): Promise<Response> =>
      fetch(`${prefixOf('domain', oci.url)}/oauth2/v1/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${world.domain.clientId}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    assert.equal((await ask('wrong')).status, 401);
    assert.equal((await ask(world.domain.clientSecret)).status, 200);
  });
});
