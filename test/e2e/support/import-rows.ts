import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importPlaces } from '../../scenarios/hub-with-teams.ts';

/** Imports rows of a gazetteer, the first with the headings, into a running hub. */
export async function importRows(
  hub: Parameters<typeof importPlaces>[0],
  rows: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lintel-rows-'));
  await writeFile(path.join(folder, 'rows.csv'), rows.join('\r\n'));
  await importPlaces(hub, path.join(folder, 'rows.csv'));
  await rm(folder, { recursive: true });
}
