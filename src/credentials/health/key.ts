import { READERS_OF_PASS_PHRASE_ONLY } from '../../knowledge/config-file';
import { FILE_FAILURES, type FileState } from '../file-state';
import type { KeyFacts, KeyFailure, KeyReading } from '../key';
import type { Problem, ProblemCode } from '../problem';
import { passphraseOf } from '../profile';
import { tooOpen } from './permissions';
import { problemOf, type Subject } from './subject';

const FAILURES: Readonly<Record<KeyFailure, readonly [code: ProblemCode, message: (names: KeyNames) => string]>> = {
  'not-pem': ['key-not-pem', ({ key }) => `${key} does not hold a key in PEM format`],
  openssh: [
    'key-is-openssh',
    ({ key }) => `${key} holds an OpenSSH key: OCI wants PEM (ssh-keygen -p -m PEM converts it)`,
  ],
  public: ['key-is-public', ({ key }) => `${key} holds a public key: it wants the private one`],
  certificate: ['key-is-certificate', ({ key }) => `${key} holds a certificate: it wants the private key`],
  'passphrase-missing': [
    'key-needs-passphrase',
    ({ passphrase }) => `the key is encrypted and there is no ${passphrase}`,
  ],
  'passphrase-wrong': ['key-passphrase-wrong', ({ passphrase }) => `${passphrase} does not open the key`],
  'encryption-unsupported': [
    'key-encryption-unsupported',
    () => 'the key is encrypted in a way that is not supported: encrypt it again with AES',
  ],
  damaged: ['key-damaged', ({ key }) => `the key in ${key} is damaged`],
};

/** What holds a key and its pass phrase: keys of a profile, or variables. */
export interface KeyNames {
  readonly key: string;
  readonly passphrase: string;
}

const IN_PROFILE: KeyNames = { key: 'key_file', passphrase: 'pass_phrase' };

export function keyFailure(failure: KeyFailure, names: KeyNames): Pick<Problem, 'code' | 'message'> {
  const [code, message] = FAILURES[failure];
  return { code, message: message(names) };
}

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
  if (!reading) return { problems: placeProblems(subject, key) };
  if ('failure' in reading) {
    const { code, message } = keyFailure(reading.failure, IN_PROFILE);
    return { problems: [problemOf(subject, 'error', code, message, { span }), ...placeProblems(subject, key)] };
  }
  const problems = [
    ...strengthProblems(subject, reading.facts),
    ...mismatch(subject, reading.facts),
    ...placeProblems(subject, key),
    ...passphraseProblems(subject, reading),
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
      repair: {
        kind: 'set-key',
        profile: profile.name,
        key: 'fingerprint',
        value: facts.fingerprint,
        ...(!stated.inherited && { was: stated.value }),
      },
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

function passphraseProblems(subject: Subject, { encrypted }: Extract<KeyReading, { facts: KeyFacts }>): Problem[] {
  const passphrase = passphraseOf(subject.profile);
  if (!passphrase?.value) return [];
  const { span } = passphrase;
  if (!encrypted) {
    const message = 'the profile has a pass_phrase, but the key is not encrypted';
    return [problemOf(subject, 'info', 'passphrase-stored', message, { span })];
  }
  if (subject.profile.get('pass_phrase')?.value) return [];
  const message = 'only Go knows the name passphrase: the other SDKs want pass_phrase and cannot open the key';
  const rejectedBy = READERS_OF_PASS_PHRASE_ONLY;
  return [problemOf(subject, 'error', 'passphrase-for-go-only', message, { span, rejectedBy })];
}
