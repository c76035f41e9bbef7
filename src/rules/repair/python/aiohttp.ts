import type { ServiceUse } from '../../../flow/uses';
import { AIOHTTP_SIGNED, aiohttpSignedOf } from '../../../knowledge/sdks/python-signing';
import type { Target } from '../../../knowledge/sdks/target';
import { unitOf } from '../edits';
import type { PythonModule } from './module';
import { named, signer } from './signer';

/** The argument of a request that signs it. */
export function middlewares(module: PythonModule, use: ServiceUse, target: Target): string | undefined {
  const { path, call } = use;
  if (!path.startsWith('aiohttp.ClientSession.') || named(call, 'middlewares')) return undefined;
  const unit = unitOf(module.program.text);
  const namespace = module.from('types', 'SimpleNamespace');
  const asyncio = module.module('asyncio');
  const write = (name: string): string => aiohttpSignedOf({ name, namespace, unit }, asyncio);
  const sign = module.own(AIOHTTP_SIGNED, 'raw_path_qs', write);
  return `middlewares=(${sign}(${signer(module, target)}),)`;
}
