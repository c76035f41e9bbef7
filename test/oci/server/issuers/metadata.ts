import { ok, type Reply, refuse, text } from '../reply';
import type { OciRequest } from '../request';
import type { World } from '../world';

/** The instance metadata service, version 2: it answers only who shows the fixed header. */
export function metadata(request: OciRequest, path: string, world: World): Reply {
  if (request.headers['authorization'] !== 'Bearer Oracle') {
    return refuse({ status: 401, code: 'NotAuthenticated', message: 'Authorization header is missing or incorrect.' });
  }
  const answer = ANSWERS[path.replace(/^\/opc\/v2\//, '').replace(/\/$/, '')];
  return answer ? answer(world) : refuse({ status: 404, code: 'NotFound', message: 'Not Found' });
}

const ANSWERS: Readonly<Record<string, (world: World) => Reply>> = {
  'identity/cert.pem': (world) => text(world.instance.certificatePem),
  'identity/key.pem': (world) => text(world.instance.privatePem),
  'identity/intermediate.pem': (world) => text(world.instance.intermediatePem),
  'instance/region': (world) => text(world.region),
  'instance/canonicalRegionName': (world) => text(world.region),
  'instance/regionInfo': (world) => ok(regionInfo(world)),
  instance: (world) =>
    ok({
      id: world.instance.ocid,
      compartmentId: world.compartment,
      region: world.region,
      regionInfo: regionInfo(world),
    }),
};

function regionInfo(world: World): object {
  return {
    realmKey: 'oc1',
    realmDomainComponent: 'oraclecloud.com',
    regionKey: 'ORD',
    regionIdentifier: world.region,
  };
}
