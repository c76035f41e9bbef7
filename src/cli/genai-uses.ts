import path from 'node:path';
import type { MethodUse, ProfileUse } from '../advisor';
import { profileOf } from '../flow/profile';
import { ownCode } from '../machine/own-code';
import { lintFiles, type Trouble } from './lint-files';

interface FileUses {
  readonly file: string;
  readonly uses: readonly (MethodUse & ProfileUse)[];
}

/** What each file of somebody's own code reaches of GenAI, and what it calls there. */
export async function* genAiUses(
  paths: readonly string[],
  trouble: (trouble: Trouble) => void,
): AsyncGenerator<FileUses> {
  const grammars = path.join(__dirname, 'grammars');
  for await (const { file, uses, operations } of lintFiles({ paths, grammars, trouble, wanted: ownCode() })) {
    const found = uses.filter(({ plane }) => plane !== 'other-oci');
    const called = found.length > 0 ? operations() : undefined;
    yield {
      file,
      uses: found.map((use) => ({
        plane: use.plane,
        operations: called?.get(use) ?? [],
        methods: use.flows.map(({ method }) => method),
        profiles: use.flows.flatMap((flow) => profileOf(flow) ?? []),
      })),
    };
  }
}
