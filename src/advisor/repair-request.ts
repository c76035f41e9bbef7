/** Asks the language server for one edit of the whole workspace. */
export const REPAIR_REQUEST = 'principled/repairWorkspace';

export interface RepairParams {
  /** `safe`: what needs no choice; `switch`: to the principal of the evidence, or the form that chooses when it starts. */
  readonly mode: 'safe' | 'switch';
  /** One rule only. */
  readonly rule?: string;
}
