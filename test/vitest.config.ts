import { fileURLToPath } from 'node:url';
import { PATIENCE_MS } from '@infra/local/patience';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CostliestFirst } from './costliest-first.ts';

/**
 * The outer limit of every test and hook, and the only one: tests wait for conditions. It is above that of the runner, which
 * says what is outstanding, and far above what a machine at many times its capacity needs.
 */
const limit = 3 * PATIENCE_MS;

const dynamoDb = ['test/integration/support/dynamodb-local.ts'];

/** A level of tests: what is run by its name, `npm run test:<name>`. */
function level(
  name: string,
  folders: readonly string[],
  settings: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  const include = folders.map(folder => `test/${folder}/**/*.test.ts`);
  return { extends: true, test: { name, include, ...settings } };
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Every core: by default one is left idle, which on two is half of them.
    maxWorkers: '100%',
    pool: 'forks',
    // The files of a level share what they import, which otherwise is most of the time; so none may leave anything changed.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: limit,
    hookTimeout: limit,
    expect: { poll: { timeout: PATIENCE_MS } },
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    setupFiles: ['test/support/seeded.ts'],
    sequence: { sequencer: CostliestFirst },
    // Of the core, by the unit tests alone: what only a larger test reaches is not held to what it says by itself.
    coverage: {
      include: ['functions/core/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 94, branches: 92, functions: 92, lines: 95 },
    },
    projects: [
      level('e2e', ['e2e'], { globalSetup: [...dynamoDb, 'test/e2e/support/synthesised-app.ts'] }),
      level('attack', ['attack'], { globalSetup: dynamoDb }),
      level('integration', ['integration'], { globalSetup: dynamoDb }),
      level('simulation', ['simulation'], { globalSetup: dynamoDb }),
      // A workspace of its own, with its own settings.
      'infra/local/test/vitest.config.ts',
      level('models', ['models']),
      level('quality', ['quality']),
      level('infra', ['infra'], { globalSetup: ['test/infra/temporary-root.ts'] }),
      level('contract', ['contract']),
      level('unit', ['unit', 'property']),
    ],
  },
});
