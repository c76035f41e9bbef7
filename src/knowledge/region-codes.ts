/** Short codes (airport codes) of the regions that offer Generative AI, as OCIDs write them (oci-python-sdk regions_definitions.py). */
export const REGION_SHORT_CODES: Readonly<Record<string, string>> = {
  ord: 'us-chicago-1',
  iad: 'us-ashburn-1',
  phx: 'us-phoenix-1',
  gru: 'sa-saopaulo-1',
  fra: 'eu-frankfurt-1',
  lhr: 'uk-london-1',
  ruh: 'me-riyadh-1',
  hyd: 'ap-hyderabad-1',
  kix: 'ap-osaka-1',
  dxb: 'me-dubai-1',
};
