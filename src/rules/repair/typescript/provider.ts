import type { Target } from '../../../knowledge/sdks/target';
import {
  inRegion,
  MAKE,
  PROMISED,
  PROVIDERS,
  podRegion,
  TS_CHOOSER,
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
export function provider(module: TypeScriptModule, target: Target, kept: Kept = {}): string {
  const needsRegion = kept.region === undefined && !SETS_REGION.test(module.program.text);
  const made = unplaced(module, target, kept.args, needsRegion);
  return kept.region === undefined ? made : inRegion(made, kept.region);
}

/** Whether a module tells clients their region. */
export const SETS_REGION = /\.(?:regionId|region|endpoint)\s*=[^=]/;

/** An expression for the provider of a target, for a signer of requests, whose hosts stand in the code. */
export const signingProvider = (module: TypeScriptModule, target: Target): string => unplaced(module, target);

function unplaced(module: TypeScriptModule, target: Target, args?: string, needsRegion = false): string {
  if (target === 'by-environment') {
    if (!module.has(TS_CHOOSER)) module.addFunction(chooser(module, needsRegion));
    return `await ${TS_CHOOSER}(${isDefault(args) || module.takesNothing(TS_CHOOSER) ? '' : args})`;
  }
  const given = target === 'session-token' ? args : undefined;
  const made = MAKE[target](module.commonHere(PROVIDERS[target]), given);
  const told =
    needsRegion && target === 'oke-workload-identity' ? inRegion(made, podRegion(module.commonHere('Region'))) : made;
  const awaited = PROMISED.has(target) ? `await ${told}` : told;
  return given === undefined ? module.styled(awaited) : awaited;
}

/** The function that chooses, for clients that ask their provider for the region. */
export function addChooser(module: TypeScriptModule): void {
  if (!module.has(TS_CHOOSER)) module.addFunction(chooser(module, true));
}

const chooser = (module: TypeScriptModule, needsRegion: boolean): string =>
  tsChooserOf({
    make: (kind, args) => MAKE[kind](module.common(PROVIDERS[kind]), args),
    region: needsRegion ? module.common('Region') : undefined,
    typed: module.isTyped,
    unit: module.unit,
  });

/** File and profile that are read without being named. */
function isDefault(args = ''): boolean {
  const [file = '', profile = '', ...more] = args.split(',').map((arg) => arg.trim().replace(/^(['"`])(.*)\1$/, '$2'));
  return (
    /^(?:|undefined|null|~\/\.oci\/config)$/.test(file) &&
    /^(?:|undefined|DEFAULT)$/.test(profile) &&
    more.every((one) => one === '')
  );
}
