import { LIVE_SERVICES, type LiveService } from '../knowledge/live-verdict';
import { nearestRegion, REALMS, REGION_PATTERN, REGIONS, realmOfOcid } from '../knowledge/region';

/** Gives the address of a service; credentials go nowhere else. */
export type Endpoints = (service: LiveService) => string;

/** Why a region names no host. */
interface Unusable {
  readonly verdict: 'region-unusable' | 'wrong-region';
  readonly words?: string;
}

/** Hosts of a known realm, in a region that looks like one. A region too new to be known is of the tenancy's realm. */
export function endpointsOf({
  region,
  tenancy,
}: {
  readonly region: string;
  readonly tenancy: string;
}): { readonly endpoints: Endpoints } | Unusable {
  if (!REGION_PATTERN.test(region)) return { verdict: 'region-unusable' };
  const known = REGIONS.get(region);
  const realm = realmOfOcid(tenancy);
  if (known && realm && known.realm !== realm) {
    return { verdict: 'wrong-region', words: `${region} is of the realm ${known.realm}, the tenancy of ${realm}` };
  }
  const domain = known?.domain ?? (realm && REALMS[realm]?.domain);
  if (!domain) return { verdict: 'region-unusable', words: unknownRegion(region) };
  return { endpoints: (service) => `https://${LIVE_SERVICES[service]}.${region}.oci.${domain}` };
}

/** For a region of the right form that is not known. */
export function unknownRegion(region: string): string {
  const nearest = nearestRegion(region);
  return `no region is called ${region}${nearest ? `: ${nearest.id} is the nearest name` : ''}`;
}

/** For offline trials: one server on this machine, where a path stands for the host. Undefined for any other address. */
export function loopbackEndpoints(address: string): Endpoints | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const local = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!local || !plain || !/^https?:$/.test(url.protocol)) return undefined;
  const base = url.origin + url.pathname.replace(/\/$/, '');
  return (service) => `${base}/${service}`;
}
