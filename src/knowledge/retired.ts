import { OPENAI_PATH } from './host';

/** What still works or once worked, and has a successor. */
export interface Retired {
  readonly what: string;
  readonly instead: string;
  /** The module of the successor, where that exports the same names. */
  readonly same?: string;
  readonly source: string;
}

/** Packages, by the module that code imports. */
export const RETIRED_PACKAGES: Readonly<Record<string, Retired>> = {
  oci_openai: {
    what: 'oci-openai',
    instead: 'oci-genai-auth (oci_genai_auth)',
    source: 'oci-genai-auth-python MIGRATION.md',
  },
  genai_agent_service_bmc_python_client: {
    what: 'the beta wheel genai_agent_service_bmc_python_client',
    instead: 'oci.generative_ai_agent_runtime of the OCI SDK',
    source: 'oci-python-sdk src/oci/generative_ai_agent_runtime',
  },
  'oracle.adk': {
    what: 'the beta package oracle.adk',
    instead: 'oci.addons.adk of the OCI SDK',
    same: 'oci.addons.adk',
    source: 'oci-python-sdk src/oci/addons/adk',
  },
};

/** The first OpenAI-compatible path; the current one needs a project for the Responses API. */
export const RETIRED_PATH = {
  pattern: /^\/20231130\/actions\/v1(?:\/|$)/,
  what: '/20231130/actions/v1',
  instead: OPENAI_PATH,
  source: 'oci-genai-auth-python MIGRATION.md',
} as const;
