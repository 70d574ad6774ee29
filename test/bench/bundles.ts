import path from 'node:path';
import type { Bench } from './bench.ts';
import { bareBundle } from './support/bare-bundle.ts';
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
    const bare = await bareBundle(context.folder);
    const measured = [bare, ...deployedBundles(await readTemplate(context))].map(bundle => ({
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
    const [bareTime = Number.NaN] = measured.map(({ plain }) => median(plain));
    printTable(
      ['function', 'bytes', 'gzip', 'import ms', 'of bare', 'with compile cache'],
      measured.map(({ name, bytes, gzip, plain, cached }) => {
        const time = median(plain);
        return [name, bytes, gzip, time, time / bareTime, median(cached)];
      }),
    );
  },
};
