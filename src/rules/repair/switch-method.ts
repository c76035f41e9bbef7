import type { ServiceUse } from '../../flow/uses';
import { TARGET_TITLES, type Target } from '../../knowledge/sdks/target';
import { WORKLOAD_FACTS } from '../../knowledge/workload';
import type { Program } from '../../source/program';
import type { Fix, RuleContext, TextEdit } from '../contract';
import { isOpenAiOnAgents } from '../flows';
import { switchCommand } from './command';
import { switchCsharp } from './csharp';
import { withDependencies } from './dependencies';
import { switchGo } from './go';
import { switchJava } from './java';
import { switchPython } from './python';
import { rawRequest } from './raw-request';
import { type Site, siteOf } from './site';
import { switchTypeScript } from './typescript';
import type { Written } from './written';

const TARGETS: readonly Target[] = [
  'by-environment',
  'instance-principal',
  'resource-principal',
  'oke-workload-identity',
  'session-token',
];

type Writer = (program: Program, use: ServiceUse, target: Target, site: Site) => Written | undefined;

const edited =
  (write: (...given: Parameters<Writer>) => readonly TextEdit[] | undefined): Writer =>
  (...given) => {
    const edits = write(...given);
    return edits && { edits };
  };

const WRITERS: Readonly<Partial<Record<Program['language'], Writer>>> = {
  python: switchPython,
  typescript: switchTypeScript,
  javascript: switchTypeScript,
  go: edited(switchGo),
  java: edited(switchJava),
  csharp: edited(switchCsharp),
  shell: edited((program, use, target) => (use.path === 'oci' ? switchCommand : rawRequest)(program, use, target)),
  powershell: edited(switchCommand),
};

/** Told in the title: on OCI the program would still look for the file. */
const KEY_STAYS = ' (other lines still read the key)';

export interface Switch extends Fix {
  readonly target: Target;
}

/** Fixes that switch a use to a principal; a switch of method is always unsafe. The evidence's principal comes first. */
export function switchMethod(context: RuleContext, use: ServiceUse): readonly Switch[] {
  const write = WRITERS[context.program.language];
  if (!write || isOpenAiOnAgents(use)) return [];
  const [first, ...others] = targetsFor(context);
  const site = siteOf(context, use);
  const fixes: Switch[] = [];
  for (const target of [first, ...others]) {
    const written = target && write(context.program, use, target, site);
    if (!written) continue;
    const { edits, keyStays = false } = written;
    const title = keyStays ? `${TARGET_TITLES[target]}${KEY_STAYS}` : TARGET_TITLES[target];
    // Only what the evidence says, or what fits everywhere, may be applied without a person choosing.
    const preferred = target === first && !keyStays;
    fixes.push(
      ...withDependencies<Switch>(context, {
        target,
        switches: true,
        title,
        safety: 'unsafe',
        preferred,
        edits,
      }),
    );
  }
  return fixes;
}

/** The targets that can work where the code runs, the likeliest first. A session token ends within the hour. */
function targetsFor({ evidence }: RuleContext): readonly Target[] {
  const [shown] = evidence;
  const certain = evidence.filter((one) => one.certain).map((one) => WORKLOAD_FACTS[one.workload]);
  const first: Target = shown ? WORKLOAD_FACTS[shown.workload].principal : 'by-environment';
  const possible = (target: Target): boolean => {
    if (target === 'by-environment' || certain.length === 0) return true;
    return target !== 'session-token' && certain.some(({ without }) => !without.includes(target));
  };
  return [first, ...TARGETS.filter((target) => target !== first)].filter(possible);
}
