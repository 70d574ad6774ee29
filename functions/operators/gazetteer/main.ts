import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient } from '../../shell/clients.ts';
import { makePlaces } from '../../shell/tables/directory/directory-writer.ts';
import { importGazetteer } from './import.ts';
import { makeProgress } from './progress.ts';
import { isClean, reportLines } from './report.ts';

const usage =
  'Usage: npm run gazetteer -- FILE --table NAME [--charset NAME] [--full [--accept-missing NUMBER]]';

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      charset: { type: 'string', default: 'utf-8' },
      full: { type: 'boolean', default: false },
      'accept-missing': { type: 'string' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || values.table === undefined) throw new Error(usage);
  const table = {
    client: documentClient(),
    tableName: values.table,
    pause: fullJitter({ base: 50, cap: 5_000 }),
  };
  const accepted = values['accept-missing'];
  const report = await importGazetteer({
    open: () => createReadStream(file),
    charset: values.charset,
    places: makePlaces(table),
    full: values.full ? { acceptMissing: accepted === undefined ? undefined : Number(accepted) } : undefined,
    progress: makeProgress(process.stderr, () => performance.now()),
  });
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  return isClean(report) ? 0 : 1;
}
