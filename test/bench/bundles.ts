import path from 'node:path';
import type { Bench } from './bench.ts';
import { deployedBundles } from './support/deployed-bundles.ts';
import { importTime } from './support/import-time.ts';
import { printTable } from './support/print.ts';
import { median } from './support/statistics.ts';
import { readTemplate } from './support/template.ts';

const rounds = 15;

/** What is deployed, and how long Node takes to load it: the part of a cold start that this project decides. */
export const bundles: Bench = {
  title: `each function’s bundle, and its import in a fresh process (p50 of ${rounds}, interleaved)`,
  async run(context) {
    const measured = deployedBundles(await readTemplate(context)).map(bundle => ({
      ...bundle,
      withCache: { ...bundle.environment, NODE_COMPILE_CACHE: path.join(context.folder, 'compile-cache') },
      plain: [] as number[],
      cached: [] as number[],
    }));
    for (const { file, withCache } of measured) importTime(file, withCache);
    for (let round = 0; round < rounds; round += 1) {
      for (const { file, environment, withCache, plain, cached } of measured) {
        plain.push(importTime(file, environment));
        cached.push(importTime(file, withCache));
      }
    }
    printTable(
      ['function', 'bytes', 'gzip', 'import ms', 'with compile cache', 'ratio'],
      measured.map(({ name, bytes, gzip, plain, cached }) => {
        const [without, having] = [median(plain), median(cached)];
        return [name, bytes, gzip, without, having, having / without];
      }),
    );
  },
};
