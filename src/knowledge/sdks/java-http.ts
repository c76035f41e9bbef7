import type { ArgRef, AuthRule, ClientFact, Sdk, SymbolFact } from './fact';

const LANGUAGES = ['java'];
const SOURCE = 'docs.oracle.com java.net; square.github.io/okhttp; docs.spring.io; hc.apache.org';

const AUTH: readonly AuthRule[] = [{ as: 'headers', arg: { name: ['headers', 'kept'] } }];

const request = (...url: ArgRef[]): ClientFact => ({
  kind: 'client',
  reach: { url },
  auth: AUTH,
  operation: 'request',
});

const members = (names: readonly string[], fact: ClientFact): Record<string, ClientFact> =>
  Object.fromEntries(names.map((name) => [name, fact]));

/** Methods that set one header, by name and value. */
const HEADERS = { header: 'headers', addHeader: 'headers', setHeader: 'headers', defaultHeader: 'headers' };

const BASE: ArgRef = { name: 'baseUrl' };

/** `client.post().uri(…).header(…).retrieve()`: the request keeps what the client adds to each. */
const fluent = (space: string, owner: string): readonly SymbolFact[] => [
  {
    in: [space],
    names: [owner],
    makes: { kind: 'holder', fields: { baseUrl: { name: 'baseUrl', at: 0 }, headers: { name: 'headers' } } },
    builder: true,
    pairs: HEADERS,
    source: SOURCE,
  },
  {
    in: [space],
    names: [`${owner}.create`],
    makes: { kind: 'holder', fields: { baseUrl: { at: 0 } } },
    source: SOURCE,
  },
  {
    in: [space],
    names: ['get', 'post', 'put', 'patch', 'delete', 'method'].flatMap((verb) => [
      `${owner}.${verb}`,
      `${owner}.create.${verb}`,
    ]),
    makes: {
      kind: 'holder',
      fields: { baseUrl: { name: 'baseUrl' }, headers: { name: 'headers' } },
      members: members(['retrieve', 'exchange', 'exchangeToMono', 'exchangeToFlux'], request({ name: 'uri' }, BASE)),
    },
    pairs: HEADERS,
    sets: { uri: 'uri' },
    source: SOURCE,
  },
];

const built = (space: string, name: string): SymbolFact => ({
  in: [space],
  names: [name],
  makes: request({ name: ['uri', 'url'], at: 0 }),
  builder: true,
  pairs: HEADERS,
  source: SOURCE,
});

export const JAVA_HTTP: Sdk = {
  id: 'java-http',
  languages: LANGUAGES,
  facts: [
    built('java.net.http', 'HttpRequest'),
    built('okhttp3', 'Request'),
    // `new URL(…).openConnection()`, with headers set before the first read.
    { in: ['java.net'], names: ['URL'], makes: { kind: 'holder', fields: { url: { at: 0 } } }, source: SOURCE },
    {
      in: ['java.net'],
      names: ['URL.openConnection'],
      makes: {
        kind: 'holder',
        fields: { url: { name: 'url' } },
        members: members(['getResponseCode', 'getInputStream', 'getOutputStream', 'connect'], request({ name: 'url' })),
      },
      pairs: { setRequestProperty: 'headers', addRequestProperty: 'headers' },
      source: SOURCE,
    },
    {
      in: ['org.springframework.web.client'],
      names: ['RestTemplate'],
      makes: {
        kind: 'holder',
        fields: {},
        members: members(
          ['exchange', 'postForEntity', 'postForObject', 'getForEntity', 'getForObject', 'put', 'execute'],
          request({ at: 0 }),
        ),
      },
      source: SOURCE,
    },
    { in: ['org.springframework.http'], names: ['HttpHeaders'], makes: { kind: 'record' }, source: SOURCE },
    {
      in: ['org.springframework.http'],
      names: ['HttpEntity', 'RequestEntity'],
      makes: { kind: 'holder', fields: { headers: { at: 1, or: 0 } } },
      source: SOURCE,
    },
    ...fluent('org.springframework.web.reactive.function.client', 'WebClient'),
    ...fluent('org.springframework.web.client', 'RestClient'),
    {
      in: ['org.apache.http.client.methods', 'org.apache.hc.client5.http.classic.methods'],
      names: ['HttpPost', 'HttpGet', 'HttpPut', 'HttpDelete'],
      makes: { kind: 'holder', fields: { url: { at: 0 } } },
      pairs: HEADERS,
      source: SOURCE,
    },
    {
      in: ['org.apache.http.impl.client', 'org.apache.hc.client5.http.impl.classic'],
      names: ['HttpClients.createDefault', 'HttpClients.createSystem', 'HttpClientBuilder.create.build'],
      makes: { kind: 'holder', fields: {}, members: members(['execute'], request({ name: 'url', at: 0 })) },
      source: SOURCE,
    },
  ],
};

const pass = (spaces: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: spaces,
  names,
  makes: { kind: 'pass', arg: { at: 0 } },
  source,
});

const JAVA = 'docs.oracle.com Java SE API';

/** From the folder of a class upwards: `src/main/java/…` stands beside `src/main/resources`. */
const SPRING_FILES = ['properties', 'yml', 'yaml'].flatMap((one) => [
  `resources/application.${one}`,
  `application.${one}`,
]);

/** The language and its library, as far as values pass through them. */
export const JAVA_STANDARD: Sdk = {
  id: 'java-standard',
  languages: LANGUAGES,
  facts: [
    { in: ['System'], names: ['System.getenv'], makes: { kind: 'env', arg: { at: 0 } }, source: JAVA },
    {
      in: ['System'],
      names: ['System.getProperty'],
      makes: { kind: 'env', arg: { at: 0 }, fallback: { at: 1 } },
      source: JAVA,
    },
    { in: ['String'], names: ['String.format'], makes: { kind: 'format', arg: { at: 0 } }, source: JAVA },
    { in: ['String'], names: ['String.valueOf'], makes: { kind: 'pass', arg: { at: 0 } }, source: JAVA },
    pass(['java.net'], ['URI', 'URI.create'], JAVA),
    pass(['okhttp3'], ['HttpUrl.parse', 'HttpUrl.get'], SOURCE),
    pass(['java.util'], ['Objects.requireNonNull', 'Optional.of', 'Optional.ofNullable'], JAVA),
    pass(['java.util.concurrent', 'java.lang'], ['CompletableFuture.completedFuture'], JAVA),
    {
      in: ['java.util', 'java.util.concurrent'],
      names: ['HashMap', 'LinkedHashMap', 'TreeMap', 'ConcurrentHashMap', 'Properties', 'Map.copyOf'],
      makes: { kind: 'record' },
      source: JAVA,
    },
    { in: ['java.util'], names: ['Map.of'], makes: { kind: 'record', pairs: true }, source: JAVA },
    { in: ['java.util'], names: ['List.of', 'Arrays.asList', 'Set.of'], makes: { kind: 'list' }, source: JAVA },
    {
      in: ['org.springframework.beans.factory.annotation'],
      names: ['Value'],
      makes: { kind: 'lookup', arg: { at: 0 }, files: SPRING_FILES },
      source: 'docs.spring.io: @Value and externalized configuration',
    },
    {
      in: ['org.springframework.context.annotation'],
      names: ['Bean'],
      makes: { kind: 'provides' },
      source: 'docs.spring.io: @Bean methods',
    },
    {
      in: ['jakarta.enterprise.inject', 'javax.enterprise.inject', 'dagger', 'com.google.inject'],
      names: ['Produces', 'Provides'],
      makes: { kind: 'provides' },
      source: 'jakarta.ee CDI; dagger.dev; github.com/google/guice',
    },
  ],
};
