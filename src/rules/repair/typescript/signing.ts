import type { Target } from '../../../knowledge/sdks/target';
import { castTo, type Sender, SIGNED, SIGNED_FUNCTIONS, TS_SIGNER } from '../../../knowledge/sdks/typescript-signing';
import type { TypeScriptModule } from './module';
import { signingProvider } from './provider';

/**
 * The name of a function of the module that signs; it is added where it is missing. Undefined where the one that is
 * there signs as somebody else.
 */
export function signingFunction(
  module: TypeScriptModule,
  sender: Sender,
  target: Target,
  send: string,
): string | undefined {
  const name = SIGNED[sender];
  const { isTyped } = module;
  const provider = signingProvider(module, target);
  const isKept = module.program.text.includes(`let ${TS_SIGNER}`);
  if (isKept && !module.program.text.includes(provider)) return undefined;
  // A function of that name that signs nothing is somebody else's.
  if (module.has(name) && !isKept) return undefined;
  if (module.has(name)) return name;
  const signer = module.common('DefaultRequestSigner');
  const type = isTyped ? module.commonType('HttpRequest') : undefined;
  if (!isKept) {
    const typed = isTyped ? `: ${module.commonType('DefaultRequestSigner')} | undefined` : '';
    module.addFunction(`let ${TS_SIGNER}${typed};`);
  }
  const sign = [
    `${TS_SIGNER} ??= new ${signer}(${provider});`,
    `await ${TS_SIGNER}.signHttpRequest(unsigned${castTo(type)});`,
  ];
  const foreign = sender === 'fetch' && module.importedAs(send) !== undefined;
  module.addFunction(SIGNED_FUNCTIONS[sender]({ sign, send, typed: isTyped, foreign }, module.unit));
  return name;
}
