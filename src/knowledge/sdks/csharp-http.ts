import type { ArgRef, AuthRule, ClientFact, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['csharp'];
const SOURCE = 'learn.microsoft.com System.Net.Http; restsharp.dev';

/**
 * The headers of the request win over those that the client adds. A handler may sign, but what a header says in plain
 * words is what the code means.
 */
const AUTH: readonly AuthRule[] = [
  { as: 'headers', arg: { name: ['Headers', 'headers'] } },
  { as: 'headers', arg: { name: ['DefaultRequestHeaders', 'defaultHeaders'] } },
  { as: 'transport', arg: { name: ['handler', 'Authenticator'] } },
];

const request = (...url: ArgRef[]): ClientFact => ({
  kind: 'client',
  reach: { url },
  auth: AUTH,
  operation: 'request',
});

const BASE: ArgRef = { name: ['BaseAddress', 'BaseUrl'] };
const WITH_URL = request({ name: 'requestUri', at: 0 }, BASE);
const WITH_MESSAGE = request({ name: ['RequestUri', 'resource'] }, BASE);

const named = (names: readonly string[], fact: ClientFact): Record<string, ClientFact> =>
  Object.fromEntries(names.map((name) => [name, fact]));

const holder = (
  spaces: readonly string[],
  names: readonly string[],
  fields: Readonly<Record<string, ArgRef>>,
  members: Readonly<Record<string, ClientFact>> = {},
): SymbolFact => ({ in: spaces, names, makes: { kind: 'holder', fields, members }, source: SOURCE });

export const CSHARP_HTTP: Sdk = {
  id: 'csharp-http',
  languages: LANGUAGES,
  facts: [
    // `System.Net.Http` is among the implicit usings of every SDK project.
    holder(
      ['System.Net.Http', ''],
      ['HttpClient'],
      {
        BaseAddress: { name: 'BaseAddress' },
        DefaultRequestHeaders: { name: 'DefaultRequestHeaders' },
        handler: { name: 'handler', at: 0 },
      },
      {
        ...named(
          [
            'GetAsync',
            'GetStringAsync',
            'GetStreamAsync',
            'GetByteArrayAsync',
            'GetFromJsonAsync',
            'PostAsync',
            'PostAsJsonAsync',
            'PutAsync',
            'PutAsJsonAsync',
            'PatchAsync',
            'PatchAsJsonAsync',
            'DeleteAsync',
          ],
          WITH_URL,
        ),
        ...named(['SendAsync', 'Send'], WITH_MESSAGE),
      },
    ),
    holder(['System.Net.Http', ''], ['HttpRequestMessage'], {
      RequestUri: { name: ['RequestUri', 'requestUri'], at: 1 },
      Headers: { name: 'Headers' },
    }),
    {
      in: ['System.Net.Http.Headers', ''],
      names: ['AuthenticationHeaderValue'],
      makes: {
        kind: 'text',
        args: [
          { name: 'scheme', at: 0 },
          { name: 'parameter', at: 1 },
        ],
        by: ' ',
      },
      source: SOURCE,
    },
    holder(
      ['System.Net', 'WebRequest'],
      ['WebRequest.Create', 'WebRequest.CreateHttp'],
      { RequestUri: { at: 0 } },
      named(['GetResponse', 'GetResponseAsync', 'GetRequestStream', 'GetRequestStreamAsync'], WITH_MESSAGE),
    ),
    holder(
      ['RestSharp'],
      ['RestClient'],
      { BaseUrl: { name: ['BaseUrl', 'baseUrl'], at: 0 }, Authenticator: { name: ['Authenticator', 'authenticator'] } },
      named(
        ['Execute', 'ExecuteAsync', 'Get', 'GetAsync', 'Post', 'PostAsync', 'ExecutePostAsync', 'ExecuteGetAsync'],
        WITH_MESSAGE,
      ),
    ),
    holder(['RestSharp'], ['RestClientOptions'], {
      BaseUrl: { name: ['BaseUrl', 'baseUrl'], at: 0 },
      Authenticator: { name: 'Authenticator' },
    }),
    holder(['RestSharp'], ['RestRequest'], { resource: { name: 'resource', at: 0 } }),
  ],
};

const DEPENDENCIES = 'learn.microsoft.com Microsoft.Extensions.DependencyInjection';

/** What containers hold is registered in `Program.cs` or `Startup.cs`. */
const CONTAINER: readonly SymbolFact[] = [
  {
    in: ['Microsoft.Extensions.DependencyInjection'],
    names: [
      'AddSingleton',
      'AddScoped',
      'AddTransient',
      'TryAddSingleton',
      'TryAddScoped',
      'TryAddTransient',
      'AddKeyedSingleton',
    ],
    extension: true,
    makes: { kind: 'registration', arg: { at: 0 }, homes: ['Program', 'Startup'] },
    source: DEPENDENCIES,
  },
  {
    in: ['Microsoft.Extensions.DependencyInjection'],
    names: ['GetRequiredService', 'GetService', 'GetRequiredKeyedService'],
    extension: true,
    makes: { kind: 'registered' },
    source: DEPENDENCIES,
  },
];

const pass = (spaces: readonly string[], names: readonly string[], source: string, at = 0): SymbolFact => ({
  in: spaces,
  names,
  makes: { kind: 'pass', arg: { at } },
  source,
});

const CONFIGURATION = 'learn.microsoft.com Configuration in .NET';
const SETTINGS_FILES = ['appsettings.json', 'appsettings.Development.json'];

/** The language and its libraries, as far as values pass through them. */
export const CSHARP_STANDARD: Sdk = {
  id: 'csharp-standard',
  languages: LANGUAGES,
  facts: [
    ...CONTAINER,
    {
      in: ['System', 'Environment'],
      names: ['Environment.GetEnvironmentVariable'],
      makes: { kind: 'env', arg: { name: 'variable', at: 0 } },
      source: 'learn.microsoft.com System.Environment',
    },
    {
      in: ['Microsoft.Extensions.Configuration', ''],
      names: ['IConfiguration', 'IConfigurationRoot', 'IConfigurationManager', 'ConfigurationManager'],
      makes: { kind: 'table', files: SETTINGS_FILES },
      source: CONFIGURATION,
    },
    {
      in: ['WebApplication', 'Host', 'Microsoft.AspNetCore.Builder', 'Microsoft.Extensions.Hosting'],
      names: ['CreateBuilder.Configuration', 'CreateApplicationBuilder.Configuration'],
      makes: { kind: 'table', files: SETTINGS_FILES },
      source: CONFIGURATION,
    },
    {
      in: ['System', ''],
      names: ['Uri'],
      makes: { kind: 'text', args: [{ at: 0 }, { name: 'relativeUri', at: 1 }], by: '' },
      source: 'learn.microsoft.com System.Uri',
    },
    {
      in: ['System', 'string', 'String'],
      names: ['string.Format', 'String.Format'],
      makes: { kind: 'format', arg: { name: 'format', at: 0 } },
      source: 'learn.microsoft.com System.String',
    },
    {
      in: ['System', 'string', 'String'],
      names: ['string.Concat', 'String.Concat'],
      makes: { kind: 'text', args: [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 3 }], by: '' },
      source: 'learn.microsoft.com System.String',
    },
    pass(
      ['System.Threading.Tasks', 'Task', 'ValueTask'],
      ['Task.FromResult', 'ValueTask.FromResult'],
      'learn.microsoft.com Task',
    ),
    {
      in: ['System.Collections.Generic', 'System.Collections.Concurrent', ''],
      names: ['Dictionary', 'SortedDictionary', 'ConcurrentDictionary'],
      makes: { kind: 'record' },
      source: 'learn.microsoft.com System.Collections.Generic',
    },
  ],
};
