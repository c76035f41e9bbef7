/** A status (404) or a code of the system (ENOENT). */
const CODE = /^(?:\d+|e[a-z]{5,11})$/;

/** What stands before a status, and what a sentence goes on with behind one: other numbers count something. */
const BEFORE_STATUS = /(?:status|code|error|http(?:\/[\d.]+)?|returned|response|got|with|[([{"'=])[\s"':=]{0,4}$/;
const BEHIND_STATUS =
  /^ (?:unauthori[sz]ed|forbidden|not|client|server|error|too|bad|status|response|get|post|put|delete|patch|https?|from|for|on|when|while|at|and|after|the)\b/;

/** Whether a piece stands in a text, both in lower case; a code counts only as a word of its own. */
export function occurs(piece: string, text: string): boolean {
  if (!CODE.test(piece)) return text.includes(piece);
  // Identifiers and times are full of digits, and NamespaceNotFound holds ENOTFOUND.
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    const behind = text.slice(at + piece.length, at + piece.length + 20);
    if (/[0-9a-z.]/.test(text[at - 1] ?? '') || /^[0-9a-z]/.test(behind)) continue;
    if (!/^\d/.test(piece) || isStatus(text.slice(Math.max(0, at - 20), at), behind)) return true;
  }
  return false;
}

/** No count (403 documents) and no duration (401 ms). */
const isStatus = (before: string, behind: string): boolean =>
  !/^ [a-z]/.test(behind) || BEHIND_STATUS.test(behind) || BEFORE_STATUS.test(before);
