import { readdirSync } from 'node:fs';

/**
 * Which way imports run. The rooms are the folders of `functions/` as they are: a folder that is new is held to these
 * rules from its first file. Only the ground that all rooms stand on, and the doors between rooms, are named here.
 */
const ground = ['core', 'adapters', 'shell'];
const rooms = readdirSync(new URL('functions/', import.meta.url), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !ground.includes(entry.name))
  .map(({ name }) => name);

/** What a room may use of another room, and why. */
const doors = {
  /** An officer's decision is committed as every event is: there is no second way to write a record. */
  officers: ['records/commit'],
  /** An operator has a system told again in the way in which the system itself asks for it. */
  operators: ['delivery/drift'],
};

const pureLibraries =
  '^node_modules/(zod|uuid|canonicalize|temporal-polyfill|postcode|damerau-levenshtein|@noble/ciphers)/';

const only = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path },
  to: { pathNot: allowed },
});

const rulesOfRooms = rooms.map(room => ({
  name: `${room}-knows-no-other-room`,
  comment: `functions/${room} imports core, adapters, shell and schemas. What another room needs of it belongs in one of those, or is a door in .dependency-cruiser.mjs.`,
  severity: 'error',
  from: { path: `^functions/${room}/` },
  to: {
    path: '^functions/[^/]+/',
    pathNot: `^functions/(${[room, ...ground, ...(doors[room] ?? [])].join('|')})`,
  },
}));

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-cycles-of-folders',
      comment: 'Two folders of one room that need each other are one idea, or hold a third.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^functions/(?!core/)' },
      to: { circular: true },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...rulesOfRooms,
    {
      name: 'a-handler-is-imported-by-nobody',
      comment: 'A handler wires its function when it is loaded. Import what it wires instead.',
      severity: 'error',
      from: { path: '^(functions|schemas|infra)/' },
      to: { path: '^functions/.*/handler\\.ts$' },
    },
    only(
      'schemas-import-only-zod',
      '^schemas/(?!generate\\.ts|client/)',
      '^(schemas/(?!client/)|node_modules/zod/)',
      'The shared language stands on its own; only its generator writes files.',
    ),
    only(
      'the-client-stands-for-itself',
      '^schemas/client/',
      '^(schemas/client/|node_modules/openapi-fetch/)',
      'It is installed where the rest of the repository is not.',
    ),
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
    only(
      'adapters-know-no-room',
      '^functions/adapters/',
      `^(functions/adapters/|schemas/)|${pureLibraries}`,
      'An adapter translates: what it needs is the language, not the hub.',
    ),
    {
      name: 'aws-only-in-the-shell',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/shell/' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'shell-knows-core-only',
      severity: 'error',
      from: { path: '^functions/shell/' },
      to: { path: '^functions/', pathNot: '^functions/(shell|core)/' },
    },
    only(
      'declarations-of-tables-are-data',
      '^functions/shell/tables/(table|[a-z]+/table|[a-z]+/use)\\.ts$',
      '^functions/shell/tables/table\\.ts$',
      'What is deployed and what is read about it follows from them: they need nothing themselves.',
    ),
    {
      name: 'log-lines-are-written-by-log-line',
      comment:
        'Declare the line in functions/shell/log-lines.ts and write it with logLine of functions/shell/log.ts. Only a handler takes the logger, for its middleware.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(.*/handler|shell/log)\\.ts$' },
      to: { path: '^functions/shell/logger\\.ts$' },
    },
    {
      name: 'log-lines-are-pure',
      comment: 'Infra reads the registry: no AWS, no logger.',
      severity: 'error',
      from: { path: '^functions/shell/log-lines\\.ts$' },
      to: {},
    },
    {
      name: 'infra-reads-declarations-only',
      comment:
        'The registry of systems, the list of endpoints, the registry of log lines, what a ticket is called, the times of delivery, the roles and their names, and the tables’ declarations.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: {
        path: '^functions/',
        pathNot:
          '^functions/(adapters/(registry|contract|connected|manifests)|core/(delivery/times|views/roles)|endpoints|shell/http/(for-system|claim-names)|shell/(log-lines|priority|ticket)|shell/tables/(all-tables|table|[a-z]+/table))\\.ts',
      },
    },
    {
      name: 'the-local-runner-knows-only-the-template',
      comment: 'It is a workspace of its own, and so are its tests: it runs any template.',
      severity: 'error',
      from: { path: '^infra/local/' },
      to: { path: '^(functions|schemas|test|infra/(?!local/))' },
    },
    {
      name: 'the-local-runner-is-not-deployed',
      comment: 'It runs the template from outside. Only tests, benchmarks and stories start it.',
      severity: 'error',
      from: { path: '^(functions|schemas|infra/(?!local/))' },
      to: { path: '^infra/local/' },
    },
    {
      name: 'the-local-runner-is-imported-by-its-name',
      comment:
        'What it exports is in infra/local/package.json: @infra/local, and never a path into its folder.',
      severity: 'error',
      from: { pathNot: '^infra/local/' },
      to: { path: '^infra/local/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(functions|schemas|infra)/', pathNot: '^infra/local/test/' },
      to: { path: '^(infra/local/)?test/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
