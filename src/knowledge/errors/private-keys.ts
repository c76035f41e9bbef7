import { of, type Signature } from './signature';
import { OCI } from './words';

/** Where the text of a library about any key is about the key that signs for OCI. */
const SIGNING = ['key_file', 'bad configuration', ...OCI];

/** Private keys: texts of the SDKs, and of the libraries that read keys for them. */
export const PRIVATE_KEYS: readonly Signature[] = [
  of(['authentication requires a private key, but a public key'], 'public-key-given'),
  of([['missingprivatekeypassphrase', 'the provided key requires a passphrase']], 'passphrase-missing'),
  // oci-dotnet-sdk FilePrivateKeySupplier; oci-java-sdk PEMFileRSAPrivateKeySupplier.
  of(['private key is encrypted with a pass phrase', 'provide passphrase in the config'], 'passphrase-missing'),
  of(['keyencryptederror', ['passphrase', 'encrypted']], 'passphrase-missing'),
  of(
    [
      [
        'private key is encrypted',
        'key is encrypted but no',
        'private_key_password',
        'passphrase is required',
        'provided passphrase is null',
      ],
      SIGNING,
    ],
    'passphrase-missing',
  ),
  of(
    [['exceptions.invalidprivatekey', 'the provided key is not a private key']],
    'private-key-unreadable',
    'passphrase-missing',
  ),
  // sshpk, with which oci-common reads keys.
  of(['keyparseerror', 'failed to parse'], 'private-key-unreadable', 'passphrase-missing'),
  of(['incorrect passphrase for private key'], 'private-key-unreadable', 'passphrase-missing'),
  of(
    [
      [
        'could not deserialize key data',
        'failed to read rsa private key',
        'the provided passphrase is incorrect',
        'unable to obtain private key',
        'failed to parse private key',
        'private key is not in pem',
        'private key must be in pem format',
        'invalid key has been provided',
        'openssh private key',
        'pem data was not found',
        'asn1: structure error',
        'not a valid pem',
        'unable to load private key',
        'unable to load pem',
        'unsupported state or unable to authenticate data',
        'bad decrypt',
        'decoder routines::unsupported',
      ],
      SIGNING,
    ],
    'private-key-unreadable',
    'passphrase-missing',
  ),
];
