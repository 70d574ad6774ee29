import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { fullJitter } from '../shell/backoff.ts';
import { documentClient } from '../shell/clients/dynamodb.ts';
import { makePlacesWriter } from '../shell/table/directory-writer.ts';
import { importGazetteer } from './import.ts';
import { reportLines } from './report.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { table: { type: 'string' } } });
const [file] = positionals;
if (file === undefined || values.table === undefined || positionals.length > 1) {
  process.stderr.write('Usage: npm run gazetteer -- FILE --table NAME\n');
  process.exit(2);
}

const write = makePlacesWriter({
  client: documentClient(),
  tableName: values.table,
  pause: fullJitter({ base: 50, cap: 2_000 }),
});
const report = await importGazetteer(createReadStream(file), write);
process.stdout.write(`${reportLines(report).join('\n')}\n`);
process.exitCode = report.rejected.length + report.shared.length > 0 ? 1 : 0;
