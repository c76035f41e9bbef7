import type { Sdk } from './fact';

/** Packages that every schema sees, by the names that scripts use. */
export const PLSQL_PACKAGES: readonly string[] = ['utl_http', 'apex_web_service', 'dbms_cloud'];

const UTL_HTTP = 'Oracle Database PL/SQL Packages and Types Reference, UTL_HTTP';
const APEX = 'Oracle APEX API Reference, APEX_WEB_SERVICE.MAKE_REST_REQUEST';
const DBMS_CLOUD = 'Using Oracle Autonomous Database Serverless, DBMS_CLOUD subprograms and REST APIs';

/** SQL and PL/SQL. Names are lower case, as the front end writes them. */
export const PLSQL: Sdk = {
  id: 'plsql',
  languages: ['sql'],
  ignoreCase: true,
  facts: [
    {
      in: ['utl_http'],
      names: ['begin_request'],
      makes: { kind: 'holder', fields: { url: { name: 'url', at: 0 } } },
      source: UTL_HTTP,
    },
    {
      in: ['utl_http'],
      names: ['get_response'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: 'url' }] },
        auth: [{ as: 'headers', arg: { name: 'headers' } }],
        operation: 'request',
      },
      source: UTL_HTTP,
    },
    {
      in: ['apex_web_service'],
      names: ['make_rest_request', 'make_rest_request_b'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: 'p_url', at: 0 }] },
        auth: [
          { as: 'transport', arg: { name: 'p_credential_static_id' } },
          { as: 'headers', arg: { name: 'headers' } },
        ],
        operation: 'request',
      },
      source: APEX,
    },
    {
      in: ['dbms_cloud'],
      names: ['send_request'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: 'uri', at: 1 }] },
        auth: [
          { as: 'transport', arg: { name: 'credential' } },
          { as: 'transport', arg: { name: 'credential_name', at: 0 } },
          { as: 'headers', arg: { name: 'headers' } },
        ],
        operation: 'request',
      },
      source: DBMS_CLOUD,
    },
    {
      in: ['dbms_cloud'],
      names: ['create_credential'],
      makes: { kind: 'credential', method: 'iam-api-key', inline: true },
      source: DBMS_CLOUD,
    },
    { in: [''], names: ['json_object', 'json_object_t'], makes: { kind: 'record' }, source: 'JSON Developer’s Guide' },
    {
      in: [''],
      names: ['trim', 'rtrim', 'ltrim', 'to_clob', 'to_char'],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: 'SQL Language Reference',
    },
  ],
};
