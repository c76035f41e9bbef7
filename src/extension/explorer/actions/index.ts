import { addProfile } from './add-profile';
import { askMachine } from './ask-machine';
import type { Action } from './context';
import { copyExport, copyOcid, copyProfileName } from './copy';
import { deleteProfile } from './delete-profile';
import { addGenAiKey, deleteGenAiKey } from './genai-keys';
import { listGenAiKeys } from './list-genai-keys';
import { openInConfig, revealUsages } from './open';
import { repairProblem } from './repair';
import { rotateGenAiKey } from './rotate-genai-key';
import { refreshSession } from './session';
import { stopTest, testConnection, testInCompartment } from './test-connection';
import { useInWorkspace } from './use-in-workspace';

/** Commands by the name after `principled.`. */
export const ACTIONS = {
  refreshCredentials: ({ model }) => model.refreshAll(),
  testConnection,
  testInCompartment,
  stopTest,
  askMachine,
  addProfile,
  addGenAiKey,
  rotateGenAiKey,
  deleteGenAiKey,
  listGenAiKeys,
  refreshSession,
  copyProfileName,
  copyOcid,
  copyExport,
  openInConfig,
  revealUsages,
  useInWorkspace,
  deleteProfile,
  repairProblem,
} as const satisfies Readonly<Record<string, Action>>;
