import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export interface Certified {
  readonly certificatePem: string;
  readonly privatePem: string;
}

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const DAY = 86_400_000;

type CryptoKey = webcrypto.CryptoKey;
type CryptoKeyPair = webcrypto.CryptoKeyPair;

interface Subject {
  readonly name: string;
  readonly authority: boolean;
  readonly dnsNames?: readonly string[];
  readonly addresses?: readonly string[];
}

/** A certificate authority made for one test run; nothing it signs outlives the run. */
export class CertificateAuthority {
  private constructor(
    readonly certificate: x509.X509Certificate,
    private readonly keys: CryptoKeyPair,
  ) {}

  static async create(name: string): Promise<CertificateAuthority> {
    const keys = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: serial(),
      name,
      keys,
      ...validity(),
      signingAlgorithm: ALGORITHM,
      extensions: extensionsFor({ name, authority: true }),
    });
    return new CertificateAuthority(certificate, keys);
  }

  get certificatePem(): string {
    return this.certificate.toString('pem');
  }

  /** An authority below this one, as the intermediate of an instance's chain. */
  async intermediate(name: string): Promise<CertificateAuthority> {
    const keys = await generateKeys();
    return new CertificateAuthority(await this.sign({ name, authority: true }, keys.publicKey), keys);
  }

  async issue(subject: Omit<Subject, 'authority'>): Promise<Certified> {
    const keys = await generateKeys();
    const certificate = await this.sign({ ...subject, authority: false }, keys.publicKey);
    return { certificatePem: certificate.toString('pem'), privatePem: await exportPkcs1(keys.privateKey) };
  }

  private sign(subject: Subject, publicKey: CryptoKey): Promise<x509.X509Certificate> {
    return x509.X509CertificateGenerator.create({
      serialNumber: serial(),
      subject: subject.name,
      issuer: this.certificate.subject,
      publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: ALGORITHM,
      ...validity(),
      extensions: extensionsFor(subject),
    });
  }
}

/** Federation trusts a leaf when its chain ends at the root that the instance's certificates come from. */
export async function chainIsTrusted(leafPem: string, intermediatePem: string, rootPem: string): Promise<boolean> {
  const [leaf, intermediate, root] = [leafPem, intermediatePem, rootPem].map((pem) => new x509.X509Certificate(pem));
  if (!leaf || !intermediate || !root) return false;
  return (
    (await leaf.verify({ publicKey: intermediate.publicKey })) &&
    (await intermediate.verify({ publicKey: root.publicKey }))
  );
}

function generateKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

/** Instances get their key as PKCS#1, and so every SDK can read it. */
async function exportPkcs1(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs1', format: 'pem' })
    .toString();
}

function serial(): string {
  return `01${Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex')}`;
}

function validity(): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 7 * DAY) };
}

function extensionsFor(subject: Subject): x509.Extension[] {
  const names = [
    ...(subject.dnsNames ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(subject.addresses ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const usage = subject.authority
    ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign
    : x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment;
  return [
    new x509.BasicConstraintsExtension(subject.authority, undefined, true),
    new x509.KeyUsagesExtension(usage, true),
    ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
  ];
}
