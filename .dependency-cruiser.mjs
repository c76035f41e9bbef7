// The arrows of the house: a file imports from its own folder or from floors below it.
const FLOORS = [
  ['knowledge'],
  ['source', 'credentials'],
  ['flow', 'secrets', 'advisor'],
  ['rules'],
  ['engine', 'machine', 'live'],
  ['server', 'cli', 'mcp', 'extension'],
];

/** Folders that run unchanged in Node, in a web worker and in a test: no file system, network, process or environment. */
const PURE = [...FLOORS.slice(0, 4).flat(), 'engine'];

const inside = (folders) => `^src/(?:${folders.join('|')})/`;

const arrows = FLOORS.flatMap((floor, level) =>
  floor.map((folder) => ({
    name: `floor-${level}-${folder}`,
    severity: 'error',
    comment: `src/${folder} imports from its own folder and from floors below ${level} only.`,
    from: { path: inside([folder]) },
    to: { path: '^src/', pathNot: inside([folder, ...FLOORS.slice(0, level).flat()]) },
  })),
);

export default {
  forbidden: [
    ...arrows,
    {
      name: 'every-folder-has-a-floor',
      severity: 'error',
      comment: 'A new folder of src gets a floor here and in CONTRIBUTING.md.',
      from: {},
      to: { path: '^src/', pathNot: inside(FLOORS.flat()) },
    },
    {
      name: 'pure-floors-know-no-machine',
      severity: 'error',
      comment: 'Only machine, live and floor 5 use modules of Node: the others run in a web worker too.',
      from: { path: inside(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'knowledge-imports-nothing',
      severity: 'error',
      comment: 'What OCI accepts is data and pure look-ups.',
      from: { path: inside(['knowledge']) },
      to: { pathNot: inside(['knowledge']) },
    },
    {
      name: 'vscode-only-in-extension',
      severity: 'error',
      comment: 'Only src/extension (and the suites that run inside VS Code) import vscode and its language client.',
      from: { path: '^src/', pathNot: inside(['extension']) },
      to: { path: '(?:^|/)(?:vscode$|@types/vscode/|vscode-languageclient(?:/|$))' },
    },
    {
      name: 'sdk-only-in-live',
      severity: 'error',
      comment: 'The OCI SDK is a guest: src/live alone imports it, in a bundle of its own.',
      from: { path: '^src/', pathNot: inside(['live']) },
      to: { path: '(?:^|/)oci-[a-z]+(?:/|$)', pathNot: '^(?:src|test)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Modules that need each other are one module, or one of them knows too much.',
      // A front end descends a recursive grammar: statements hold expressions, expressions hold functions.
      from: { path: '^src/', pathNot: '^src/source/[a-z-]+/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'product-imports-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|scripts|bench)/' },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      comment: 'A package that is imported stands in package.json.',
      // Programs of the local OCI have packages that its toolchain fetches.
      from: { pathNot: '^test/oci/programs/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { pathNot: '^test/oci/programs/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:test/rules/[^/]+/|test/(?:oci|host)/.*\\.(?:py|go|java)$|dist/|out/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    combinedDependencies: false,
  },
};
