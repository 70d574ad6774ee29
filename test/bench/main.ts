import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise } from '@infra/local';
import type { Bench } from './bench.ts';

import { bundles } from './bundles.ts';
import { calls } from './calls.ts';
import { costs } from './costs.ts';
import { files } from './files.ts';
import { gazetteer } from './gazetteer.ts';
import { house } from './house.ts';
import { latency } from './latency.ts';
import { peers } from './peers.ts';
import { reads } from './reads.ts';
import { machineLine } from './support/machine.ts';
import { throughput } from './throughput.ts';
import { urgent } from './urgent.ts';

const benches: Readonly<Record<string, Bench>> = {
  house,
  bundles,
  calls,
  costs,
  gazetteer,
  reads,
  latency,
  throughput,
  peers,
  urgent,
  files,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});
const unknown = positionals.filter(name => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(`Not a benchmark: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const folder = await mkdtemp(path.join(tmpdir(), 'lintel-bench-'));
let synthesised: Promise<string> | undefined;
const context = {
  folder,
  long: values.long,
  synthesised() {
    const outDir = path.join(folder, 'cdk.out');
    synthesised ??= synthesise({ outDir, app: 'infra/app.ts' }).then(() => outDir);
    return synthesised;
  },
};
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}: ${bench.title}\n${machineLine()}`);
    const from = performance.now();
    await bench.run(context);
    console.log(`(${((performance.now() - from) / 1000).toFixed(0)} s)`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
