/** Asks the language server for one edit of the whole workspace. */
export const REPAIR_REQUEST = 'principled/repairWorkspace';

export interface RepairParams {
  /** `safe`: what needs no choice; `switch`: to the principal of the evidence, or the form that chooses when it starts. */
  readonly mode: 'safe' | 'switch';
  /** One rule only. */
  readonly rule?: string;
}

/** The extension's command that tells what a fix leaves to a person. */
export const AFTER_FIX = 'principled.afterFix';

/** The extension's command that stores a literal key and takes it out of the code. */
export const KEEP_SECRET = 'principled.keepSecret';

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Where the key stands in the document, and what takes its place: never the key. */
export interface KeepParams {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** The variable from which it is read from now on. */
  readonly name: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}
