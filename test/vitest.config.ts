import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Every core: by default one is left idle, which on two is half of them.
    maxWorkers: '100%',
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'hub',
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/attack/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'integration',
          include: ['test/{integration,attack}/**/*.test.ts'],
          globalSetup: ['test/integration/support/dynamodb-local.ts'],
        },
      },
    ],
  },
});
