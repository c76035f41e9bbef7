import type { ServiceUse } from '../../../flow/uses';
import {
  GO_SIGNED,
  GO_SIGNER,
  GO_SIGNING,
  goSignedOf,
  goSignerOf,
  goTransportOf,
} from '../../../knowledge/sdks/go-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { TextEdit } from '../../contract';
import { withoutKey } from './authorization';
import { pointerTo } from './client';
import type { GoModule } from './module';
import { provider } from './provider';

/** `client.Do(request)` with a key becomes `ociSigned(client).Do(request)` without one. */
export function signRequest(module: GoModule, { call }: ServiceUse, target: Target): TextEdit[] | undefined {
  const { callee, args } = call;
  const [request] = args;
  if (callee.k !== 'member' || callee.name !== 'Do' || request?.value.k !== 'name') return undefined;
  const client = pointerTo(module, callee.object);
  const gone = withoutKey(module.program.text, request.value.name, call.span);
  const signed = client && gone && signedClient(module, client.code, target);
  return client && signed ? [{ span: client.span, text: signed }, ...gone] : undefined;
}

/** An expression for a client that signs what another one sends. */
export function signedClient(module: GoModule, client: string, target: Target): string | undefined {
  const common = module.package(`${module.sdk}/common`);
  const http = module.package('net/http');
  const names = { signed: module.own(GO_SIGNED), signer: module.own(GO_SIGNER), signing: module.own(GO_SIGNING) };
  const made = provider(module, target);
  const signer = made && goSignerOf(names.signer, common, module.package('sync'), made);
  const transport = goTransportOf(names.signing, { common, http, time: module.package('time') }).join('\n');
  const fits =
    signer !== undefined &&
    module.addDeclaration(names.signed, goSignedOf(names, http)) &&
    module.addDeclaration(names.signer, signer) &&
    module.addDeclaration(names.signing, transport);
  return fits ? `${names.signed}(${client})` : undefined;
}
