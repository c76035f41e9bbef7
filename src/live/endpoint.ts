import { LIVE_SERVICES, type LiveService } from '../knowledge/live-verdict';
import { REGION_PATTERN, REGIONS } from '../knowledge/region';

/** Gives the address of a service; credentials go nowhere else. */
export type Endpoints = (service: LiveService) => string;

/** Hosts of a known realm, in a region that looks like one. */
export function endpointsOf(region: string): Endpoints | undefined {
  const known = REGION_PATTERN.test(region) ? REGIONS.get(region) : undefined;
  return known && ((service) => `https://${LIVE_SERVICES[service]}.${known.id}.oci.${known.domain}`);
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
