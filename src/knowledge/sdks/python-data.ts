import type { SymbolFact } from './fact';

const FIRST = { at: 0 } as const;

const file = (packages: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'file', arg: { name: ['file', 'path'], at: 0 } },
  source,
});

const parsed = (packages: readonly string[], names: readonly string[], source: string): SymbolFact => ({
  in: packages,
  names,
  makes: { kind: 'parsed', arg: FIRST },
  source,
});

/** How Python opens and reads files of configuration. */
export const PYTHON_DATA: readonly SymbolFact[] = [
  file(['', 'io', 'codecs', 'aiofiles'], ['open'], 'docs.python.org builtins, io'),
  file(['pathlib'], ['Path', 'PurePath', 'PosixPath'], 'docs.python.org pathlib'),
  {
    in: ['os'],
    names: ['path.join'],
    makes: { kind: 'text', args: [0, 1, 2, 3].map((at) => ({ at })), by: '/' },
    source: 'docs.python.org os.path',
  },
  parsed(['json', 'orjson', 'ujson', 'simplejson'], ['load', 'loads'], 'docs.python.org json'),
  parsed(['yaml'], ['safe_load', 'load', 'full_load', 'unsafe_load'], 'pyyaml.org documentation'),
  parsed(['omegaconf'], ['OmegaConf.load'], 'omegaconf.readthedocs.io'),
  parsed(['tomllib', 'tomli', 'toml', 'rtoml', 'tomlkit'], ['load', 'loads', 'parse'], 'docs.python.org tomllib'),
  {
    in: ['dotenv'],
    names: ['dotenv_values'],
    makes: { kind: 'parsed', arg: { name: 'dotenv_path', at: 0 }, file: '.env' },
    source: 'python-dotenv README',
  },
  {
    in: ['configparser'],
    names: ['ConfigParser', 'RawConfigParser', 'SafeConfigParser'],
    makes: { kind: 'record' },
    source: 'docs.python.org configparser',
  },
  {
    in: ['streamlit'],
    names: ['secrets'],
    makes: { kind: 'table', files: ['.streamlit/secrets.toml'] },
    source: 'docs.streamlit.io st.secrets',
  },
];
