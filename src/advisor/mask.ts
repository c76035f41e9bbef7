/** What must never be repeated from a pasted error: keys, tokens, identifiers, signatures. Every pattern is linear. */
const SENSITIVE: ReadonlyArray<readonly [pattern: RegExp, mask: string]> = [
  [/-----BEGIN [A-Z ]{0,40}-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g, '<key>'],
  [/\b(ocid1\.[a-z0-9]{1,60})\.[a-z0-9._-]{1,300}/gi, '$1.…'],
  [/\bsk-[A-Za-z0-9_-]{6,400}/g, 'sk-…'],
  [/\b(?:ST\$)?eyJ[A-Za-z0-9_.-]{10,8000}/g, '<token>'],
  [/\b(?:[0-9a-f]{2}:){15}[0-9a-f]{2}\b/gi, '<fingerprint>'],
  // The scheme of a header is no secret, what follows it is.
  [/\b(authorization["']?\s?[:=]\s{0,3}["']?(?:bearer|basic)\s{1,3})[^\s"',}]{1,8000}/gi, '$1…'],
  [
    /(\bbearer(?![\w-])(?:["']?\s?[:=])?|\bkeyid=|\bsignature=|\bauthorization:)(\s{0,3})["']?[^\s"',}]{1,8000}["']?/gi,
    '$1$2…',
  ],
  // Names of variables and settings end like this, whatever stands before: OCI_CLI_PASSPHRASE, TF_VAR_api_key.
  [
    /((?:pass[_-]?phrase|passwd|password|client[_-]?secret|api[_-]?key|key[_-]?content)(?:\\{0,3}["'])?\s?[=:]\s{0,3})(?:"(?:\\.|[^"\\\n]){0,8000}"?|'(?:\\.|[^'\\\n]){0,8000}'?|\\{1,3}"[^"\n]{0,8000}"?|\\{1,3}'[^'\n]{0,8000}'?|[^\s"',}]{1,8000})/gi,
    '$1…',
  ],
  [/[A-Za-z0-9+/_-]{48,8000}={0,2}/g, '…'],
];

/** Who runs it: the user's folder in a path, and addresses of mail. */
const PERSONAL: ReadonlyArray<readonly [pattern: RegExp, mask: string]> = [
  [/(?:\b[a-z]:)?\\{1,4}users\\{1,4}[^\\/\r\n"'<>|]{1,60}/gi, '~'],
  [/(?:\b[a-z]:)?\/(?:home|users)\/[^\\/\s"'<>:;,)\]]{1,60}/gi, '~'],
  [/(?<![\w.%+-])[\w.%+-]+@[a-z][\w-]{0,62}\.[\w.-]{1,200}/gi, '<mail>'],
];

const masked = (text: string, all: typeof SENSITIVE): string =>
  all.reduce((so, [pattern, mask]) => so.replace(pattern, mask), text);

/** A text that leaves the machine names nobody either. */
export const maskShared = (text: string): string => masked(maskEcho(text), PERSONAL);

/** A text that may be shown, logged or pasted into an issue. */
export const maskEcho = (text: string): string => masked(text, SENSITIVE);
