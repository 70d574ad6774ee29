import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleFunctions, functionNames } from '../../infra/bundles.ts';
import type { Bench } from './bench.ts';
import { importTime } from './support/import-time.ts';
import { printTable } from './support/print.ts';
import { median } from './support/statistics.ts';

const rounds = 15;

/** What is deployed, and how long Node takes to load it: the part of a cold start that this project decides. */
export const bundles: Bench = {
  title: `each function’s bundle, and its import in a fresh process (p50 of ${rounds}, interleaved)`,
  async run({ folder }) {
    const outdir = await mkdtemp(path.join(folder, 'bundles-'));
    await bundleFunctions(path.join(import.meta.dirname, '../../functions'), outdir);
    const subjects = await Promise.all(
      functionNames.map(async name => {
        const file = path.join(outdir, name, 'index.mjs');
        const code = await readFile(file);
        const caches = { none: undefined, warm: path.join(outdir, name, 'cache') };
        return { name, file, caches, bytes: code.byteLength, gzip: gzipSync(code).byteLength };
      }),
    );
    const times = subjects.map(() => ({ none: [] as number[], warm: [] as number[] }));
    for (const { file, caches } of subjects) await importTime(file, caches.warm);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, { file, caches }] of subjects.entries()) {
        times[index]?.none.push(await importTime(file, caches.none));
        times[index]?.warm.push(await importTime(file, caches.warm));
      }
    }
    printTable(
      ['function', 'bytes', 'gzip', 'import ms', 'with compile cache', 'ratio'],
      subjects.map(({ name, bytes, gzip }, index) => {
        const [none, warm] = [median(times[index]?.none ?? []), median(times[index]?.warm ?? [])];
        return [name, bytes, gzip, none, warm, warm / none];
      }),
    );
  },
};
