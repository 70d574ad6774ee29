import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type HubWithTeams, startHubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { gazetteer } from '../../scenarios/larch-house/larch-house.ts';
import { synthesise } from '../../scenarios/synthesise.ts';

/** A synthesised app in a folder of its own, and the hubs that run it. */
export interface TestApp {
  /** Starts a fresh hub that knows the homes of Larch House. */
  start(options?: { byTheClock?: boolean }): Promise<HubWithTeams>;
  /** Stops every hub and removes the folder. */
  stop(): Promise<void>;
}

/** Synthesises the app for one file of tests: files run side by side and must not write into one folder. */
export async function synthesiseTestApp(): Promise<TestApp> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'lintel-e2e-'));
  await synthesise(outDir);
  const started: HubWithTeams[] = [];
  return {
    async start(options = {}) {
      const landlord = await startHubWithTeams({ outDir, gazetteer, ...options });
      started.push(landlord);
      return landlord;
    },
    async stop() {
      await Promise.all(started.map(landlord => landlord.stop()));
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
