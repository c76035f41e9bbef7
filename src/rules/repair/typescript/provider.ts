import { INLINE_PROVIDER } from '../../../knowledge/sdks/provider-names';
import type { Target } from '../../../knowledge/sdks/target';
import {
  environmentRegion,
  inRegion,
  lazyInstance,
  MAKE,
  PROMISED,
  PROVIDERS,
  podRegion,
  TS_CHOOSER,
  TS_CHOOSER_SYNC,
  tsChooserOf,
} from '../../../knowledge/sdks/typescript-writing';
import type { TypeScriptModule } from './module';

/** What the new provider keeps of the one whose place it takes, as the code writes it. */
export interface Kept {
  /** File and profile. */
  readonly args?: string;
  readonly region?: string;
}

/** An expression for the provider of a target, for a client that asks its provider for the region. */
export function provider(module: TypeScriptModule, target: Target, kept: Kept, awaits: boolean): string {
  const needsRegion = kept.region === undefined && !setsRegions(module.program.text);
  const made = unplaced(module, target, { args: kept.args, needsRegion, awaits });
  return kept.region === undefined ? made : inRegion(made, kept.region);
}

/** Whether a module tells clients their region. */
export const SETS_REGION = /\.(?:regionId|region|endpoint)\s*=[^=]/;

/** Whether as many regions are set as clients are made. */
function setsRegions(text: string): boolean {
  const count = (pattern: RegExp): number => text.split(pattern).length - 1;
  return count(SETS_REGION) >= Math.max(1, count(/\bnew [\w.]*Client\(/));
}

/** An expression for the provider of a target, for a signer of requests, whose hosts stand in the code. */
export const signingProvider = (module: TypeScriptModule, target: Target): string =>
  unplaced(module, target, { needsRegion: false, awaits: true });

interface Place {
  /** File and profile. */
  readonly args?: string;
  readonly needsRegion: boolean;
  /** Whether `await` may stand there. */
  readonly awaits: boolean;
}

function unplaced(module: TypeScriptModule, target: Target, { args, needsRegion, awaits }: Place): string {
  if (target === 'by-environment') {
    const name = awaits ? TS_CHOOSER : TS_CHOOSER_SYNC;
    addChooser(module, { needsRegion, awaits });
    const call = `${name}(${isDefault(args) || module.takesNothing(name) ? '' : args})`;
    return awaits ? `await ${call}` : call;
  }
  if (target === 'instance-principal' && !awaits) return module.styled(lazy(module, needsRegion));
  const given = target === 'session-token' ? args : undefined;
  const made = MAKE[target](module.commonHere(PROVIDERS[target]), given);
  const told =
    needsRegion && target === 'oke-workload-identity' ? inRegion(made, podRegion(module.commonHere('Region'))) : made;
  const awaited = PROMISED.has(target) ? `await ${told}` : told;
  return given === undefined ? module.styled(awaited) : awaited;
}

const lazy = (module: TypeScriptModule, needsRegion: boolean): string =>
  lazyInstance(
    module.commonHere(INLINE_PROVIDER),
    needsRegion ? environmentRegion(module.commonHere('Region')) : undefined,
  );

/** The function that chooses, where the module has none yet. */
export function addChooser(module: TypeScriptModule, { needsRegion, awaits }: Omit<Place, 'args'>): void {
  if (module.has(awaits ? TS_CHOOSER : TS_CHOOSER_SYNC)) return;
  const chooser = tsChooserOf({
    make: (kind, args) => MAKE[kind](module.common(PROVIDERS[kind]), args),
    region: needsRegion ? module.common('Region') : undefined,
    lazy: awaits ? undefined : (region) => lazyInstance(module.common(INLINE_PROVIDER), region),
    typed: module.isTyped,
    unit: module.unit,
  });
  module.addFunction(chooser);
}

/** File and profile that are read without being named. */
function isDefault(args = ''): boolean {
  const [file = '', profile = '', ...more] = args.split(',').map((arg) => arg.trim().replace(/^(['"`])(.*)\1$/, '$2'));
  return (
    /^(?:|undefined|null|~\/\.oci\/config)$/.test(file) &&
    /^(?:|undefined|DEFAULT)$/.test(profile) &&
    more.every((one) => one === '')
  );
}
