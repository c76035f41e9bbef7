/** Realms and regions of OCI (oci-python-sdk `regions_definitions.py`, 2026): a new region is one word in one line. */
interface RealmFact {
  /** The second-level domain of the realm's hosts. */
  readonly domain: string;
  /** Each region with its short code, as OCIDs and older configuration write it: `us-chicago-1:ord`. */
  readonly regions: string;
}

export const REALMS: Readonly<Record<string, RealmFact>> = {
  oc1: {
    domain: 'oraclecloud.com',
    regions: [
      'ap-chuncheon-1:yny ap-hyderabad-1:hyd ap-melbourne-1:mel ap-mumbai-1:bom ap-osaka-1:kix',
      'ap-seoul-1:icn ap-sydney-1:syd ap-tokyo-1:nrt ca-montreal-1:yul ca-toronto-1:yyz eu-amsterdam-1:ams',
      'eu-frankfurt-1:fra eu-zurich-1:zrh me-jeddah-1:jed me-dubai-1:dxb sa-saopaulo-1:gru uk-cardiff-1:cwl',
      'uk-london-1:lhr us-ashburn-1:iad us-phoenix-1:phx us-sanjose-1:sjc sa-vinhedo-1:vcp',
      'sa-santiago-1:scl il-jerusalem-1:mtz eu-marseille-1:mrs ap-singapore-1:sin me-abudhabi-1:auh',
      'eu-milan-1:lin eu-stockholm-1:arn af-johannesburg-1:jnb eu-paris-1:cdg mx-queretaro-1:qro',
      'eu-madrid-1:mad us-chicago-1:ord mx-monterrey-1:mty us-saltlake-2:aga sa-bogota-1:bog',
      'sa-valparaiso-1:vap ap-singapore-2:xsp me-riyadh-1:ruh ap-delhi-1:onm ap-batam-1:hsg eu-madrid-3:orf',
      'eu-turin-1:nrq ap-kulai-2:jbp af-casablanca-1:lej',
    ].join(' '),
  },
  oc2: { domain: 'oraclegovcloud.com', regions: 'us-langley-1:lfi us-luke-1:luf' },
  oc3: { domain: 'oraclegovcloud.com', regions: 'us-gov-ashburn-1:ric us-gov-chicago-1:pia us-gov-phoenix-1:tus' },
  oc4: { domain: 'oraclegovcloud.uk', regions: 'uk-gov-london-1:ltn uk-gov-cardiff-1:brs' },
  oc8: { domain: 'oraclecloud8.com', regions: 'ap-chiyoda-1:nja ap-ibaraki-1:ukb' },
  oc9: { domain: 'oraclecloud9.com', regions: 'me-dcc-muscat-1:mct me-ibri-1:ibr' },
  oc10: { domain: 'oraclecloud10.com', regions: 'ap-dcc-canberra-1:wga' },
  oc14: {
    domain: 'oraclecloud14.com',
    regions: [
      'eu-dcc-milan-1:bgy eu-dcc-milan-2:mxp eu-dcc-dublin-2:snn eu-dcc-rating-2:dtm eu-dcc-rating-1:dus',
      'eu-dcc-dublin-1:ork',
    ].join(' '),
  },
  oc15: { domain: 'oraclecloud15.com', regions: 'ap-dcc-gazipur-1:dac' },
  oc19: { domain: 'oraclecloud.eu', regions: 'eu-madrid-2:vll eu-frankfurt-2:str' },
  oc20: { domain: 'oraclecloud20.com', regions: 'eu-jovanovac-1:beg' },
  oc21: { domain: 'oraclecloud21.com', regions: 'me-dcc-doha-1:doh me-alrayyan-1:vve' },
  oc23: { domain: 'oraclecloud23.com', regions: 'us-somerset-1:ebb us-thames-1:ebl' },
  oc24: { domain: 'oraclecloud24.com', regions: 'eu-dcc-zurich-1:avz eu-crissier-1:avf' },
  oc26: { domain: 'oraclecloud26.com', regions: 'me-abudhabi-3:ahu me-alain-1:rba' },
  oc29: { domain: 'oraclecloud29.com', regions: 'me-abudhabi-2:rkt me-abudhabi-4:shj' },
  oc35: { domain: 'oraclecloud35.com', regions: 'ap-seoul-2:dtz ap-suwon-1:dln ap-chuncheon-2:bno' },
  oc42: { domain: 'oraclecloud42.com', regions: 'us-ashburn-2:yxj us-newark-1:pgc' },
  oc51: { domain: 'oraclecloud51.com', regions: 'eu-budapest-1:jsk' },
  oc52: { domain: 'oraclecloud52.com', regions: 'sa-riodejaneiro-1:hnw' },
};

/** What may enter a host name as a region: no dots, no slashes, no userinfo. */
export const REGION_PATTERN = /^[a-z]{2,3}(-[a-z0-9]+)+-\d+$/;

export interface Region {
  readonly id: string;
  readonly realm: string;
  readonly code: string;
  readonly domain: string;
}

export const REGIONS: ReadonlyMap<string, Region> = new Map(
  Object.entries(REALMS).flatMap(([realm, { domain, regions }]) =>
    regions.split(' ').map((word): [string, Region] => {
      const [id = '', code = ''] = word.split(':');
      return [id, { id, realm, code, domain }];
    }),
  ),
);

const BY_CODE: ReadonlyMap<string, Region> = new Map([...REGIONS.values()].map((region) => [region.code, region]));

/** By identifier or short code, in any case. */
export function findRegion(text: string): Region | undefined {
  const name = text.trim().toLowerCase();
  return REGIONS.get(name) ?? BY_CODE.get(name);
}

/** The realm that an OCID names: `ocid1.user.oc1..…`. */
export function realmOfOcid(ocid: string): string | undefined {
  const realm = ocid.split('.')[2];
  return realm !== undefined && Object.hasOwn(REALMS, realm) ? realm : undefined;
}

/** The known region that a mistyped one most likely means: one edit away. */
export function nearestRegion(text: string): Region | undefined {
  const name = text.trim().toLowerCase().replace(/_/g, '-');
  const exact = REGIONS.get(name) ?? REGIONS.get(`${name}-1`);
  if (exact || name.length > 40) return exact;
  return [...REGIONS.values()].find(({ id }) => Math.abs(id.length - name.length) <= 1 && oneEditApart(id, name));
}

function oneEditApart(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail <= 1;
}
