/** `Oci_GenAI.auth>=1` requires `oci-genai-auth` (names as PEP 503 compares them); `oci-cli` does not require `oci`. */
export function isRequirementOf(line: string, name: string): boolean {
  const written = /^\s*([A-Za-z0-9][\w.-]*)/.exec(line)?.[1];
  return written !== undefined && normalized(written) === normalized(name);
}

const normalized = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
