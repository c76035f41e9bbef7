/**
 * Words that stand in OCI's errors and hardly anywhere else: cheap enough to look for in every line of a terminal.
 * Whether it really is one is told by the catalogue of errors, which is loaded then.
 */
const WORDS =
  /NotAuthorizedOrNotFound|NotAuthenticated|Authorization failed or requested resource not found|required information to complete authentication|oci\.exceptions\.|oci\.(?:config|auth)\.|\bOciError\b|\bOciException\b|generativeai\.[a-z]{2,3}-|security_token_file|OCI_RESOURCE_PRINCIPAL_VERSION|Service error:NotAuth|Could not find config file/;

/** Longer lines are data. */
const MAX_LINE = 4_000;

export const mayBeOciError = (line: string): boolean => WORDS.test(line.slice(0, MAX_LINE));
