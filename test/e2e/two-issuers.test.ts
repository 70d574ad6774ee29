import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalHub, startLocalHub, synthesise } from '@infra/local';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { importPlaces } from '../scenarios/hub-with-teams.ts';
import { gazetteer } from '../scenarios/larch-house/larch-house.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { tokenWith } from './support/tokens.ts';
import { type MachineIssuer, openMachineIssuer } from './two-issuers/machine-issuer.ts';

let outDir: string;
let machines: MachineIssuer;
let hub: LocalHub;
beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'lintel-two-issuers-'));
  machines = await openMachineIssuer();
  await synthesise({ outDir, app: path.join(import.meta.dirname, 'two-issuers/app.ts') });
  hub = await startLocalHub({
    outDir,
    engine: { endpoint: inject('dynamoDbEndpoint') },
    environmentsPerFunction: 1,
    parameters: ({ issuerUrl }) => ({
      ...{ OidcIssuer: issuerUrl, OidcAudiences: 'portal,lintel' },
      ...{ SystemsIssuer: machines.url, SystemsAudiences: 'leaks-client,repairs-client' },
      WebhookLoopback: 'allowed',
    }),
  });
  await importPlaces(hub, gazetteer);
});
afterAll(async () => {
  await hub?.stop();
  await machines.close();
  await rm(outDir, { recursive: true, force: true });
});

const publish = 'lintel/repairs.publish';
const ask = async (token: string, method: 'GET' | 'POST', where: string, body?: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const { status } = await fetch(`${hub.apiUrl}${where}`, init);
  return status;
};
const post = (token: string) =>
  ask(token, 'POST', '/v1/systems/repairs/events', raiseRepair('two-issuers', flat(1)));
const read = (token: string) => ask(token, 'GET', `/v1/properties/${flat(1)}`);

it('takes systems’ tokens of their own issuer, by the client that they are for', async () => {
  expect(await post(machines.tokenFor('repairs-client', publish))).toBe(202);
  expect(await post(machines.tokenFor('a-client-of-others', publish))).toBe(401);
  expect(await post(machines.tokenFor('leaks-client', 'lintel/leaks.publish'))).toBe(403);
});

it('takes no event by a token of the officers’ issuer, whatever it says it may do', async () => {
  expect(await post(await tokenWith(hub, { scope: publish }))).toBe(401);
});

it('shows a home to officers of theirs, and to no token of systems’', async () => {
  await hub.settled();
  expect(await read(await roleToken(hub, 'housing-officer'))).toBe(200);
  const forged = machines.tokenFor('repairs-client', `${publish} lintel/read`);
  expect(await read(forged)).toBe(401);
});
