import path from 'node:path';
import { type ProfileUse, profileFacts, type WorkspaceFacts } from '../advisor';
import { profileOf } from '../flow/profile';
import type { Plane } from '../knowledge/plane';
import { EvidenceFolders } from '../machine/evidence';
import { standardSources, takeInventory } from '../machine/inventory';
import { ownCode } from '../machine/own-code';
import { policiesUnder } from '../machine/policies';
import { lintFiles, type Trouble } from './lint-files';

/** What a folder and this machine show of the place where an error came up. */
export async function workspaceFacts(folder: string): Promise<WorkspaceFacts> {
  const planes = new Set<Plane>();
  const reads: ProfileUse[] = [];
  const grammars = path.join(__dirname, 'grammars');
  const evidence = new EvidenceFolders();
  const places = new Set<NonNullable<WorkspaceFacts['place']>>();
  const trouble = (one: Trouble): void => {
    if (!one.fatal) return;
    process.stderr.write(`${one.path}: ${one.reason}\n`);
    process.exitCode = 2;
  };
  for await (const { file, uses } of lintFiles({ paths: [folder], grammars, wanted: ownCode(), trouble })) {
    for (const use of uses) {
      if (use.plane === 'other-oci') continue;
      planes.add(use.plane);
      reads.push({
        methods: use.flows.map(({ method }) => method),
        profiles: use.flows.flatMap((flow) => profileOf(flow) ?? []),
      });
      for (const { workload, certain } of await evidence.of(path.resolve(file), path.resolve(folder)))
        if (certain) places.add(workload);
    }
  }
  const { held } = await takeInventory(standardSources({ extra: [] }));
  const [place] = places;
  return {
    profiles: profileFacts(
      held.map(({ credential }) => credential),
      reads,
    ),
    planes: planes.size > 0 ? [...planes] : undefined,
    policies: await policiesUnder([folder]),
    place: places.size === 1 ? place : undefined,
  };
}
