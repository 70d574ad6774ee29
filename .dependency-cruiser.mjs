/** Arrows run one way: handlers -> core, shell -> schemas; adapters -> schemas and their contract. */
const only = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path },
  to: { pathNot: allowed },
});

const pureLibraries = '^node_modules/(zod|uuid|canonicalize|temporal-polyfill|postcode|damerau-levenshtein)/';

const handlers = '^functions/(receive|record|watch|relay|deliver|quarantine|api|audit|decide)/';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'schemas-import-only-zod',
      comment: 'The shared language stands on its own; only its generator writes files.',
      severity: 'error',
      from: { path: '^schemas/', pathNot: '^schemas/generate\\.ts' },
      to: { pathNot: '^(schemas/|node_modules/zod/)' },
    },
    only(
      'core-is-pure',
      '^functions/core/',
      `^(functions/core/|schemas/)|${pureLibraries}`,
      'No AWS, no clock, no I/O in the core.',
    ),
    {
      name: 'adapters-know-only-the-language-and-their-contract',
      comment:
        'A system is one folder: it sees the shared language, the adapter contract and the kit, never another system.',
      severity: 'error',
      from: { path: '^functions/adapters/([^/]+)/' },
      to: {
        pathNot: `^(functions/adapters/$1/|functions/adapters/contract\\.ts|functions/adapters/kit/|schemas/)|${pureLibraries}`,
      },
    },
    {
      name: 'aws-only-in-the-shell',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/shell/' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'shell-does-not-know-the-handlers',
      severity: 'error',
      from: { path: '^functions/shell/' },
      to: { path: '^functions/', pathNot: '^functions/(shell|core)/' },
    },
    only(
      'the-commit-knows-no-handler',
      '^functions/commit/',
      '^functions/(commit|core|shell)/|^schemas/',
      'Several handlers commit; what they share is a room of its own.',
    ),
    {
      name: 'handlers-do-not-import-each-other',
      comment: 'But for what they answer: the API describes it all in one document.',
      severity: 'error',
      from: { path: handlers },
      to: { path: handlers, pathNot: '^functions/($1/|[^/]+/contract\\.ts)' },
    },
    {
      name: 'infra-reads-manifests-and-catalogue-only',
      comment: 'Through the registry: it is the one list of systems.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: { path: '^functions/', pathNot: '^functions/adapters/(registry|contract)\\.ts' },
    },
    {
      name: 'the-local-runner-knows-only-the-template',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(functions|schemas|test)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(functions|schemas|infra)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
