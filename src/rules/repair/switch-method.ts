import type { ServiceUse } from '../../flow/uses';
import { TARGET_TITLES, type Target } from '../../knowledge/sdks/python-writing';
import { WORKLOAD_FACTS } from '../../knowledge/workload';
import type { Program } from '../../source/program';
import type { Fix, RuleContext, TextEdit } from '../contract';
import { switchPython } from './python';

const TARGETS: readonly Target[] = [
  'by-environment',
  'instance-principal',
  'resource-principal',
  'oke-workload-identity',
];

type Writer = (program: Program, use: ServiceUse, target: Target) => readonly TextEdit[] | undefined;

const WRITERS: Readonly<Partial<Record<Program['language'], Writer>>> = { python: switchPython };

/** Fixes that switch a use to a principal; a switch of method is always unsafe. The evidence's principal comes first. */
export function switchMethod(context: RuleContext, use: ServiceUse): readonly Fix[] {
  const write = WRITERS[context.program.language];
  if (!write) return [];
  const [evidence] = context.evidence;
  const wanted: Target = evidence ? WORKLOAD_FACTS[evidence.workload].principal : 'by-environment';
  const fixes: Fix[] = [];
  for (const target of [wanted, ...TARGETS.filter((one) => one !== wanted)]) {
    const edits = write(context.program, use, target);
    if (edits) fixes.push({ title: TARGET_TITLES[target], safety: 'unsafe', preferred: fixes.length === 0, edits });
  }
  return fixes;
}
