import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type LocalHub, type LocalHubOptions, startLocalHub } from '@infra/local';
import { adapters } from '../../functions/adapters/registry.ts';
import type { Place } from '../../functions/core/identity/place.ts';
import type { Role } from '../../functions/core/views/roles.ts';
import { importGazetteer } from '../../functions/operators/gazetteer/import.ts';
import { isClean } from '../../functions/operators/gazetteer/report.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import { makePlaces } from '../../functions/shell/tables/directory/directory-writer.ts';
import { makeOfficer, type Officer } from './officer.ts';
import { makeSystemClient, type SystemClient } from './system-client.ts';
import { type SystemAround, startTeamSystems, type TeamSystems } from './team-systems/team-systems.ts';

/** A hub on this machine, the homes it knows, and around it the teams' systems and its officers. */
export interface HubWithTeams {
  hub: LocalHub;
  teams: TeamSystems;
  places: readonly Place[];
  /** The way in of one system. */
  system(name: string): SystemClient;
  officer(role: Role): Officer;
  stop(): Promise<void>;
}

/** Runs a synthesised app with the systems that it was synthesised for around it, and imports a gazetteer. */
export async function startHubWithTeams(settings: {
  outDir: string;
  gazetteer: string;
  logFile?: string;
  byTheClock?: boolean;
  environmentsPerFunction?: number;
  engine?: NonNullable<LocalHubOptions['engine']>;
  /** The claims that may hold an officer’s roles, where they are not the template’s own. */
  roleClaim?: string;
  /** Every registered one, unless told otherwise. */
  systems?: readonly SystemAround[];
}): Promise<HubWithTeams> {
  const { gazetteer, roleClaim, systems = adapters.map(({ manifest }) => manifest), ...options } = settings;
  const teams = await startTeamSystems(systems);
  const clients = systems.map(({ system: id }) => ({
    id,
    secret: randomUUID(),
    scopes: [`lintel/${id}.publish`],
  }));
  const hub = await startLocalHub({
    ...options,
    clients,
    parameters: ({ issuerUrl }) => ({
      ...{ OidcIssuer: issuerUrl, OidcAudiences: 'lintel' },
      WebhookLoopback: 'allowed',
      ...(roleClaim !== undefined && { RoleClaim: roleClaim }),
    }),
    secrets: teams.secrets,
  });
  const systemClients = new Map(clients.map(client => [client.id as string, makeSystemClient(hub, client)]));
  const clientOf = (name: string): SystemClient => {
    const client = systemClients.get(name);
    if (client === undefined) throw new Error(`No source system is called ${name}`);
    return client;
  };
  teams.connect(hub, clientOf);
  const officers = new Map<Role, Officer>();
  return {
    hub,
    teams,
    places: await importPlaces(hub, gazetteer),
    system: clientOf,
    officer(role) {
      const officer = officers.get(role) ?? makeOfficer(hub, role);
      officers.set(role, officer);
      return officer;
    },
    async stop() {
      await hub.stop();
      await teams.stop();
    },
  };
}

/**
 * Imports a gazetteer into a running hub as its command does, and says what is in it.
 * @throws {Error} with the report, when somebody would have to look at the extract again.
 */
export async function importPlaces(hub: LocalHub, file: string): Promise<Place[]> {
  const client = new DynamoDBClient(hub.awsConfig('dynamodb'));
  const places = makePlaces({
    client: DynamoDBDocumentClient.from(client),
    tableName: hub.outputs['DirectoryTableName'] ?? '',
    pause: fullJitter({ base: 50, cap: 2_000 }),
  });
  const imported: Place[] = [];
  const report = await importGazetteer({
    open: () => createReadStream(file),
    places: {
      ...places,
      write(some) {
        imported.push(...some);
        return places.write(some);
      },
    },
  });
  client.destroy();
  if (isClean(report)) return imported;
  throw new Error(`${file} is not a clean extract: ${JSON.stringify(report)}`);
}
