import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { systemNameSchema } from '../../schemas/reference.ts';
import { type HubWithTeams, startHubWithTeams } from '../scenarios/hub-with-teams.ts';
import { gazetteer } from '../scenarios/larch-house/larch-house.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { copyRepository, type RepositoryCopy } from './support/repository-copy.ts';

/** Seven teams that keep the same kind of system, beside the five. */
const more = ['lettings', ...['north', 'south', 'east', 'west', 'hill', 'park'].map(one => `lettings${one}`)];
const template = path.join(import.meta.dirname, 'sixth-system/lettings');

let copy: RepositoryCopy;
let landlord: HubWithTeams;
beforeAll(async () => {
  copy = await copyRepository();
  for (const system of more) await copy.connect(system, template);
  await copy.run('node', 'infra/app.ts');
  landlord = await startHubWithTeams({
    outDir: path.join(copy.folder, 'cdk.out'),
    engine: { endpoint: inject('dynamoDbEndpoint') },
    environmentsPerFunction: 1,
    gazetteer,
    systems: [
      ...adapters.map(adapter => adapter.manifest),
      ...more.map(name => ({ system: systemNameSchema.parse(name), delivery: 'inbox' as const })),
    ],
  });
});
afterAll(async () => {
  await landlord?.stop();
  await copy.remove();
});

it('twelve systems, each with a stack of its own, are one hub on this machine', () => {
  const ways = Object.keys(landlord.hub.outputs).filter(name => name.endsWith('InboundQueueUrl'));
  expect(ways).toHaveLength(12);
});

it('what each of them sends is taken, and every other is told of the flag that it raised', async () => {
  const body = await readFile(path.join(template, 'samples/inspections.json'), 'utf8');
  for (const system of more) {
    const posted = await landlord.system(system).post({ contentType: 'application/json', body });
    expect(posted, system).toMatchObject({ status: 202, body: { quarantined: [], rejected: [] } });
  }
  await landlord.hub.settled();
  await landlord.teams.fetch();
  for (const { shownAt, system } of landlord.teams.all)
    expect(
      shownAt(flat(1)).map(({ code }) => code),
      system,
    ).toEqual(['asbestos']);
  const told = landlord.teams.unread.filter(({ received }) => received.some(one => one.includes('asbestos')));
  expect(told.map(({ system }) => system).toSorted()).toEqual(more.toSorted());
});
