import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import { flagResponse } from '../../functions/officers/flags/contract.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, movesIn, type Resident } from './support/household.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { makeUploader } from './support/uploads.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let hub: Dealings;
beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true });
  hub = makeDealings(landlord);
});
afterAll(() => hubs.stop());

const code = 'do-not-visit-alone';
const feed = { kind: 'snapshot', feed: 'alerts', contentType: 'text/csv' } as const;
const headings = 'Alert id,Code,Person id,Start date,Approved by';
const listed: Resident = { person: randomUUID(), name: 'Liam Listed', uprn: flat(4) };
const forgotten: Resident = { person: randomUUID(), name: 'Fay Forgotten', uprn: flat(6) };
const row = ({ person }: Resident) => `A-${person},CV,${person},2026-01-05,head.rst@council.example`;

const send = (...residents: readonly Resident[]) =>
  makeUploader(landlord.hub, 'tenancy').send([headings, ...residents.map(row)].join('\n'), feed);
const night = async (number: number) => {
  await landlord.hub.setTime(new Date(Date.UTC(2026, 1, 1 + number, 3)));
  await landlord.hub.settled();
};
/** In which systems the warning shows at somebody’s home, once those that fetch have done so. */
const toldOf = async ({ uprn }: Resident) => {
  await hub.rests();
  return systems.filter(system => hub.shownIn(system, uprn).includes(code));
};
const flagPathOf = ({ person }: Resident) => `flags/${code}~person~tenancy.3a${person}`;
async function flagOf(resident: Resident) {
  const { body, headers } = await hub.looks('manager', flagPathOf(resident));
  return { ...flagResponse.parse(body), etag: headers.get('etag') };
}

describe('a list of alerts that is the same every night', () => {
  beforeAll(async () => {
    await night(0);
    for (const resident of [listed, forgotten]) await hub.says('tenancy', ...movesIn(resident));
    await send(listed);
    const alert = alertAbout(forgotten, 'CV', 'Threatened the caretaker');
    await hub.says('tenancy', { ...alert, dateTime: landlord.hub.now().toISOString() });
  });

  it('costs no event in a night in which nothing is due', async () => {
    await night(1);
    const before = landlord.hub.archive().length;
    expect(await send(listed)).toMatchObject({ state: 'done', counts: { unchanged: 1, accepted: 0 } });
    expect(landlord.hub.archive()).toHaveLength(before);
  });

  it('keeps its warning in every system for longer than a year, and the one that it lacks lapses', async () => {
    expect([await toldOf(listed), await toldOf(forgotten)]).toEqual([systems, systems]);
    for (let days = 30; days <= 420; days += 30) {
      await night(days);
      expect(await send(listed)).toMatchObject({ state: 'done', counts: { confirmed: 1, unchanged: 0 } });
    }
    expect([await toldOf(listed), await toldOf(forgotten)]).toEqual([systems, []]);
    expect((await flagOf(listed)).state).toBe('review-due');
    expect((await flagOf(forgotten)).state).toBe('suspended');
  });

  it('does not bring back what an officer cleared', async () => {
    const path = flagPathOf(listed);
    const { etag } = await flagOf(listed);
    const cleared = await hub.decides('manager', `${path}/clear`, { reason: 'Nothing since' }, etag);
    expect(cleared.body).toMatchObject({ state: 'cleared' });
    await night(450);
    expect(await send(listed)).toMatchObject({ counts: { confirmed: 1 } });
    expect(await toldOf(listed)).toEqual([]);
  });
});
