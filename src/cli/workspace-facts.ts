import { factsOf, type WorkspaceFacts } from '../advisor';
import { standardSources, takeInventory } from '../machine/inventory';
import { surveyOf } from './survey';

/** What a folder and this machine show of the place where an error came up. */
export async function workspaceFacts(folder: string): Promise<WorkspaceFacts> {
  const { uses, workloads, policies } = await surveyOf([folder]);
  const { held } = await takeInventory(standardSources({ extra: [] }));
  const credentials = held.map(({ credential }) => credential);
  return factsOf({ credentials, uses, policies: policies.map(({ statement }) => statement), workloads });
}
