import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bulk, readBulk } from './four-keys/bulk.ts';
import { type Links, linkPeople } from './four-keys/link.ts';
import { type Loaded, load } from './four-keys/load.ts';
import { extractOf } from './four-keys/messages.ts';
import { reportLines } from './four-keys/report-lines.ts';
import { type HubWithTeams, startHubWithTeams } from './hub-with-teams.ts';
import { synthesise } from './synthesise.ts';

/**
 * Loads the bulk files of a folder into a hub of their own: the assets as its gazetteer, the tenures and people as events
 * of the tenancy system. Every silo has another key for a home; two of the joins in such files hold and two never do.
 * @param start starts the hub, with a gazetteer in a folder that is removed in the end
 * @throws {Error} when the files cannot be read or the assets are no clean gazetteer.
 */
export async function tryFourKeys(
  folder: string,
  start: (gazetteer: string) => Promise<HubWithTeams>,
): Promise<{ bulk: Bulk; links: Links; loaded: Loaded }> {
  const bulk = readBulk(folder);
  const links = linkPeople(bulk);
  const place = await mkdtemp(path.join(tmpdir(), 'lintel-four-keys-'));
  try {
    const gazetteer = path.join(place, 'gazetteer.csv');
    await writeFile(gazetteer, extractOf(bulk.assets));
    const landlord = await start(gazetteer);
    try {
      return { bulk, links, loaded: await load(landlord, bulk, links) };
    } finally {
      await landlord.stop();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function startFreshHub(gazetteer: string): Promise<HubWithTeams> {
  const outDir = path.join(path.dirname(gazetteer), 'cdk.out');
  await synthesise(outDir);
  return startHubWithTeams({ outDir, gazetteer });
}

/** `npm run four-keys -- FOLDER`: ends with 0 when every tenure is where it belongs and nothing was refused. */
if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    process.stderr.write('Usage: npm run four-keys -- FOLDER\n');
    process.exit(2);
  }
  const { bulk, links, loaded } = await tryFourKeys(folder, startFreshHub);
  process.stdout.write(`${reportLines(bulk, links, loaded).join('\n')}\n`);
  process.exitCode = loaded.misplaced.length + loaded.refused.size === 0 ? 0 : 1;
}
