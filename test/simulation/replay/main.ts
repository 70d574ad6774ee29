import { existsSync, readFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { gazetteer } from '../../scenarios/larch-house/larch-house.ts';
import { readArchive, readFolded, writeArchive, writeFolded } from './captured.ts';
import { digestsOf } from './fold.ts';
import { hearLarchHouse } from './hear.ts';

/**
 * Folds the captured archive with the code as it is and keeps what it folds to, with the reason; with `--capture`, the
 * archive is captured anew before, as it is done for each release.
 *
 * npm run replay -- --because "Reviews are due a week earlier" [--capture]
 */
const { values } = parseArgs({
  options: { because: { type: 'string' }, capture: { type: 'boolean', default: false } },
});
const why = values.because?.trim() ?? '';
if (why === '') throw new Error('Say why records are other ones now: npm run replay -- --because "…"');
if (values.capture) writeArchive(await hearLarchHouse(readFileSync(gazetteer, 'utf8')));
const archive = readArchive();
const digests = digestsOf(archive);
const folded = new URL('folded.json', import.meta.url);
const before = existsSync(folded) ? readFolded() : { because: [], digests: {} };
writeFolded({ because: [{ on: new Date().toISOString().slice(0, 10), why }, ...before.because], digests });
const known = before.digests as Record<string, string | undefined>;
const changed = Object.entries(digests).filter(([subject, digest]) => known[subject] !== digest);
stdout.write(
  `${archive.length} events, ${Object.keys(digests).length} records, ${changed.length} other than before\n`,
);
