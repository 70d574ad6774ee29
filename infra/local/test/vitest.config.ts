import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from '../patience.ts';

/** Above the runner's own patience, so that it says what is outstanding before a test ends. */
const limit = 3 * PATIENCE_MS;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'runner',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/integration/sample-app/synthesised.ts'],
    maxWorkers: '100%',
    pool: 'forks',
    isolate: false,
    testTimeout: limit,
    hookTimeout: limit,
    expect: { poll: { timeout: PATIENCE_MS } },
  },
});
