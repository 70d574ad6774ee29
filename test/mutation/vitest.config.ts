import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keptThread } from './kept-thread.ts';

/** Those of the record. */
const properties = [
  'any-order',
  'coming',
  'observed',
  'occurrences',
  'one-person',
  'time-alone',
  'unmatched',
];

/** Tests of one function before those of the whole hub in memory, which take longer: the first that fails is the last to run. */
class UnitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isProperty = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/test/property/'));
    return (await super.sort(files)).toSorted((a, b) => isProperty(a) - isProperty(b));
  }
}

/**
 * The tests that mutants of `functions/core` are tried on: those of the core alone, which need no engine, and a twentieth of
 * the cases of the properties of the record, always the same ones.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [keptThread()],
  test: {
    include: ['test/unit/core/**/*.test.ts', ...properties.map(name => `test/property/${name}.test.ts`)],
    isolate: false,
    setupFiles: ['test/support/seeded.ts', 'test/mutation/no-mutant-while-loading.ts'],
    testTimeout: 120_000,
    sequence: { sequencer: UnitsFirst },
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', LINTEL_TEST_EFFORT: '0.05', LINTEL_TEST_SEED: '1' },
  },
});
