import type { ClientFact, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['go'];
const SOURCE = 'pkg.go.dev net/http';

/** Sends a request that was made before: its URL and headers are those of the request. */
const DO: ClientFact = {
  kind: 'client',
  reach: { url: [{ name: 'url' }] },
  auth: [
    { as: 'headers', arg: { name: 'Header' } },
    { as: 'transport', arg: { name: 'Transport' } },
  ],
  operation: 'request',
};

export const GO_HTTP: Sdk = {
  id: 'go-http',
  languages: LANGUAGES,
  facts: [
    { in: ['net/http'], names: ['NewRequest'], makes: { kind: 'holder', fields: { url: { at: 1 } } }, source: SOURCE },
    {
      in: ['net/http'],
      names: ['NewRequestWithContext'],
      makes: { kind: 'holder', fields: { url: { at: 2 } } },
      source: SOURCE,
    },
    {
      in: ['net/http'],
      names: ['Client'],
      makes: { kind: 'holder', fields: { Transport: { name: 'Transport' } }, members: { Do: DO } },
      source: SOURCE,
    },
    { in: ['net/http'], names: ['DefaultClient.Do'], makes: DO, source: SOURCE },
  ],
};

const pass = (packages: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'pass', arg: { at: 0 } },
  source,
});

const VIPER_FILES = ['config.yaml', 'config.yml', 'config.json', 'config.toml'].flatMap((one) => [
  one,
  `config/${one}`,
]);

/** The language and its standard library, as far as values pass through them. */
export const GO_STANDARD: Sdk = {
  id: 'go-standard',
  languages: LANGUAGES,
  facts: [
    { in: ['os'], names: ['Getenv', 'LookupEnv'], makes: { kind: 'env', arg: { at: 0 } }, source: 'pkg.go.dev os' },
    { in: ['syscall'], names: ['Getenv'], makes: { kind: 'env', arg: { at: 0 } }, source: 'pkg.go.dev syscall' },
    {
      in: ['github.com/spf13/viper'],
      names: ['GetString', 'Get'],
      makes: { kind: 'lookup', arg: { at: 0 }, files: VIPER_FILES },
      source: 'github.com/spf13/viper README',
    },
    { in: ['fmt'], names: ['Sprintf'], makes: { kind: 'format', arg: { at: 0 } }, source: 'pkg.go.dev fmt' },
    { in: [''], names: ['append'], makes: { kind: 'append' }, source: 'go.dev/ref/spec appending to slices' },
    pass([''], ['string'], 'go.dev/ref/spec conversions'),
    pass(
      ['strings'],
      ['TrimSpace', 'Trim', 'TrimRight', 'TrimLeft', 'TrimSuffix', 'TrimPrefix', 'Clone'],
      'pkg.go.dev strings',
    ),
    pass(['os', 'path/filepath'], ['ExpandEnv', 'Clean'], 'pkg.go.dev os'),
    pass(['sync'], ['OnceValue', 'OnceValues', 'OnceFunc'], 'pkg.go.dev sync'),
  ],
};
