import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { keptThread } from './kept-thread.ts';

/** The tests that mutants of `functions/core` are tried on: those of the core alone, which need no engine. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [keptThread()],
  test: {
    include: ['test/unit/core/**/*.test.ts'],
    isolate: false,
    setupFiles: ['test/mutation/no-mutant-while-loading.ts'],
    testTimeout: 120_000,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  },
});
