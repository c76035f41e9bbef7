/** Calls that open a path as it is written: `~` stays a tilde. By language: the last segments of the symbol. */
export const PATH_READERS: Readonly<Partial<Record<string, readonly string[]>>> = {
  python: ['open', 'io.open', 'codecs.open', 'aiofiles.open', 'pathlib.Path', 'Path'],
  typescript: ['readFileSync', 'readFile', 'createReadStream', 'openSync'],
  javascript: ['readFileSync', 'readFile', 'createReadStream', 'openSync'],
  java: ['FileReader', 'FileInputStream', 'Path.of', 'Paths.get', 'Files.readString'],
  go: ['os.ReadFile', 'os.Open', 'ioutil.ReadFile'],
  csharp: ['File.ReadAllText', 'File.OpenRead', 'StreamReader', 'File.ReadAllTextAsync'],
};

/** Where `oci session authenticate` keeps tokens: `~/.oci/sessions/<PROFILE>/token`. */
export const TOKEN_PATH = /^~[/\\]\.oci[/\\].*(?:token|sessions)/;
