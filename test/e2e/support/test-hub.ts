import { inject } from 'vitest';
import { type HubWithTeams, startHubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { gazetteer } from '../../scenarios/larch-house/larch-house.ts';

/** The hubs of one file of tests; all files run the same synthesised app, on tables of their own in one DynamoDB Local. */
export interface TestHubs {
  /**
   * Starts a fresh hub that knows the homes of Larch House. A function has one execution environment, since each takes half
   * a second of processor time to load its bundle; where writers are to race each other, ask for more.
   */
  start(options?: {
    byTheClock?: boolean;
    environmentsPerFunction?: number;
    roleClaim?: string;
  }): Promise<HubWithTeams>;
  /** Stops every hub. */
  stop(): Promise<void>;
}

/** Makes the hubs of one file of tests: none at first. */
export function makeTestHubs(): TestHubs {
  const shared = { outDir: inject('synthesisedApp'), engine: { endpoint: inject('dynamoDbEndpoint') } };
  const started: HubWithTeams[] = [];
  return {
    async start(options = {}) {
      const landlord = await startHubWithTeams({
        ...shared,
        gazetteer,
        environmentsPerFunction: 1,
        ...options,
      });
      started.push(landlord);
      return landlord;
    },
    async stop() {
      await Promise.all(started.map(landlord => landlord.stop()));
    },
  };
}
