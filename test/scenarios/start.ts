import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findJava } from '@infra/local';
import { type HubWithTeams, startHubWithTeams } from './hub-with-teams.ts';
import { gazetteer, larchHouse } from './larch-house/larch-house.ts';
import { leaveAddress, outDir } from './local-hub-file.ts';
import { officerToken } from './officer.ts';
import { playAloud } from './printing/aloud.ts';
import { failureLines } from './printing/failure.ts';
import { invitationLines } from './printing/invitation.ts';
import { summaryLines } from './printing/summary.ts';
import { synthesise } from './synthesise.ts';

/**
 * `npm start`: synthesises the app, runs it on this machine, plays Larch House through it, says what came of it and
 * stays up until Ctrl-C. With `--once` it ends after the summary, with 0 only if everything was met.
 */
const logFile = path.join(outDir, 'local-hub.log');
try {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
  await main(values);
} catch (error) {
  process.stderr.write(`${failureLines(error).join('\n')}\n`);
  process.exitCode = 1;
}

async function main({ once }: { once: boolean }): Promise<void> {
  const beginning = performance.now();
  findJava();
  print('Lintel on this machine: synthesising the app and starting what its template says …');
  await synthesise(outDir);
  rmSync(logFile, { force: true });
  const landlord = await startHubWithTeams({ outDir, gazetteer, logFile, byTheClock: true });
  try {
    const isMet = await tellStory(landlord, beginning);
    if (!once) await stayUp(landlord);
    else if (!isMet) process.exitCode = 1;
  } finally {
    await landlord.stop();
  }
}

async function tellStory(landlord: HubWithTeams, beginning: number): Promise<boolean> {
  const started = performance.now();
  const { news, expectations } = larchHouse;
  print(
    `Larch House: ${news.length} messages from ${new Set(news.map(({ system }) => system)).size} systems, ${expectations.length} things that must be true`,
    '',
  );
  const { heard, verdicts } = await playAloud(landlord, larchHouse, print);
  const seconds = { toStart: (started - beginning) / 1000, toPlay: (performance.now() - started) / 1000 };
  const { teams, places } = landlord;
  print('', ...summaryLines({ heard, verdicts, teams: teams.all, places: places.length, seconds }));
  return verdicts.every(({ unmet }) => unmet === undefined);
}

/** Until Ctrl-C; the hub itself ends what it started, and then the process. */
async function stayUp({ hub }: HubWithTeams): Promise<void> {
  const role = 'manager';
  const token = await hub.mintUserToken(officerToken(role));
  const removeAddress = leaveAddress(hub);
  print('', ...invitationLines({ apiUrl: hub.apiUrl, role, token }));
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  await ended;
  removeAddress();
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
