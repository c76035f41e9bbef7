import { FILE_FAILURES, type FileState } from '../file-state';
import type { KeyFacts, KeyFailure, KeyReading } from '../key';
import type { Problem, ProblemCode } from '../problem';
import { passphraseOf } from '../profile';
import { tooOpen } from './permissions';
import { problemOf, type Subject } from './subject';

const FAILURES: Readonly<Record<KeyFailure, { code: ProblemCode; message: string }>> = {
  'not-pem': { code: 'key-not-pem', message: 'key_file does not hold a key in PEM format' },
  openssh: {
    code: 'key-is-openssh',
    message: 'key_file holds an OpenSSH key: OCI wants PEM (ssh-keygen -p -m PEM converts it)',
  },
  public: { code: 'key-is-public', message: 'key_file holds a public key: it wants the private one' },
  certificate: { code: 'key-is-certificate', message: 'key_file holds a certificate: it wants the private key' },
  'passphrase-missing': {
    code: 'key-needs-passphrase',
    message: 'the key is encrypted and the profile has no pass_phrase',
  },
  'passphrase-wrong': { code: 'key-passphrase-wrong', message: 'pass_phrase does not open the key' },
  'encryption-unsupported': {
    code: 'key-encryption-unsupported',
    message: 'the key is encrypted in a way that is not supported: encrypt it again with AES',
  },
  damaged: { code: 'key-damaged', message: 'the key in key_file is damaged' },
};

export interface KeyHealth {
  readonly problems: readonly Problem[];
  readonly facts?: KeyFacts;
}

/** The key of a profile: whether it is there, opens, is strong enough and is the one that the fingerprint names. */
export function keyHealth(subject: Subject): KeyHealth {
  const { key, profile, keyReader } = subject;
  const span = profile.get('key_file')?.span;
  if (!key) return { problems: [] };
  if (key.state !== 'read') {
    const code: ProblemCode = key.state === 'missing' ? 'key-missing' : 'key-unreadable';
    return { problems: [problemOf(subject, 'error', code, `key_file ${FILE_FAILURES[key.state]}`, { span })] };
  }
  const reading = keyReader.read(key.text, passphraseOf(profile)?.value || undefined);
  if ('failure' in reading) {
    const { code, message } = FAILURES[reading.failure];
    return { problems: [problemOf(subject, 'error', code, message, { span }), ...placeProblems(subject, key)] };
  }
  const problems = [
    ...strengthProblems(subject, reading.facts),
    ...mismatch(subject, reading.facts),
    ...placeProblems(subject, key),
    ...storedPassphrase(subject, reading),
  ];
  return { problems, facts: reading.facts };
}

function strengthProblems(subject: Subject, { type, bits }: KeyFacts): Problem[] {
  const span = subject.profile.get('key_file')?.span;
  if (type !== 'rsa') {
    return [problemOf(subject, 'error', 'key-not-rsa', `OCI takes RSA keys only; this is ${type}`, { span })];
  }
  if (bits === undefined || bits >= 2048) return [];
  return [problemOf(subject, 'error', 'key-too-short', `the key has ${bits} bits: OCI wants at least 2048`, { span })];
}

function mismatch(subject: Subject, facts: KeyFacts): Problem[] {
  const { profile } = subject;
  const stated = profile.get('fingerprint');
  if (!stated?.value || facts.type !== 'rsa' || stated.value.toLowerCase() === facts.fingerprint) return [];
  const message = `fingerprint does not belong to the key in key_file, whose fingerprint is ${facts.fingerprint}`;
  return [
    problemOf(subject, 'error', 'fingerprint-mismatch', message, {
      span: stated.span,
      repair: { kind: 'set-key', profile: profile.name, key: 'fingerprint', value: facts.fingerprint },
    }),
  ];
}

export function placeProblems(
  subject: Pick<Subject, 'profile'>,
  file: Extract<FileState, { state: 'read' }>,
  name = 'key_file',
): Problem[] {
  const span = subject.profile.get(name)?.span;
  const problems: Problem[] = [];
  const open = tooOpen(file, name);
  if (open) {
    const { severity, message, repair } = open;
    problems.push(problemOf(subject, severity, 'permissions-too-open', message, { span, repair }));
  }
  if (file.gitRoot !== undefined) {
    const message = `${name} lies in a git work tree and is not ignored: one “git add” publishes it`;
    const repair = { kind: 'ignore-in-git', path: file.path } as const;
    problems.push(problemOf(subject, 'warning', 'key-in-git', message, { span, repair }));
  }
  return problems;
}

function storedPassphrase(subject: Subject, reading: Extract<KeyReading, { facts: KeyFacts }>): Problem[] {
  const passphrase = passphraseOf(subject.profile);
  if (!passphrase?.value || reading.encrypted) return [];
  const message = 'the profile has a pass_phrase, but the key is not encrypted';
  return [problemOf(subject, 'info', 'passphrase-stored', message, { span: passphrase.span })];
}
