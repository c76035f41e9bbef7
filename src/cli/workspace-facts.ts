import path from 'node:path';
import { factsOf, type MethodUse, type ProfileUse, type WorkspaceFacts } from '../advisor';
import type { Place } from '../knowledge/place';
import { EvidenceFolders } from '../machine/evidence';
import { standardSources, takeInventory } from '../machine/inventory';
import { policiesUnder } from '../machine/policies';
import { genAiUses } from './genai-uses';
import type { Trouble } from './lint-files';

/** What a folder and this machine show of the place where an error came up. */
export async function workspaceFacts(folder: string): Promise<WorkspaceFacts> {
  const uses: (MethodUse & ProfileUse)[] = [];
  const evidence = new EvidenceFolders();
  const workloads: { place: Place; certain: boolean }[] = [];
  const trouble = (one: Trouble): void => {
    if (!one.fatal) return;
    process.stderr.write(`${one.path}: ${one.reason}\n`);
    process.exitCode = 2;
  };
  for await (const { file, uses: found } of genAiUses([folder], trouble)) {
    uses.push(...found);
    for (const { workload, certain } of await evidence.of(path.resolve(file), path.resolve(folder)))
      workloads.push({ place: workload, certain });
  }
  const { held } = await takeInventory(standardSources({ extra: [] }));
  const credentials = held.map(({ credential }) => credential);
  return factsOf({ credentials, uses, policies: await policiesUnder([folder]), workloads });
}
