import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { tenancyEventOf } from '../support/tenancy-events.ts';
import { type Dealings, makeDealings } from './support/dealings.ts';
import { alertAbout, movesIn, type Resident } from './support/household.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { makeUploader } from './support/uploads.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let dealings: Dealings;
beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true });
  dealings = makeDealings(landlord);
});
afterAll(() => hubs.stop());

const says = async (...items: readonly object[]) => {
  expect(await dealings.says('tenancy', ...items)).toMatchObject({ quarantined: [] });
};
const june = (day: number) => new Date(Date.UTC(2026, 5, day, 10));
/** “Visit in pairs”, by the tenancy system, at a time. */
const warning = (about: Resident, at: Date, more: object = {}): object => ({
  ...alertAbout(about, 'CV', 'Threatened an operative', { approvedBy: 'head.rst@council.example', ...more }),
  dateTime: at.toISOString(),
});

/** Whether somebody lives at their home, what is to come of their tenancy, and which systems show their warning there. */
async function homeOf({ person, uprn, tenure }: Resident) {
  await dealings.rests();
  const { household, coming } = await landlord.officer('housing-officer').property(uprn);
  return {
    lives: household.some(one => one.person === `tenancy:${person}`),
    coming: coming.filter(({ reference }) => reference === tenure).map(({ kind }) => kind),
    pairs: systems.filter(system => dealings.shownIn(system, uprn).includes('do-not-visit-alone')),
  };
}

const uploader = () => makeUploader(landlord.hub, 'tenancy');
/** Sets the time, and lets happen what it brings. */
async function hubAt(time: Date): Promise<void> {
  await landlord.hub.setTime(time);
  await landlord.hub.settled();
}

describe('a list of tenancies', () => {
  const feed = { kind: 'snapshot', feed: 'tenancies', contentType: 'text/csv' } as const;
  const headings = 'Tenancy ref,UPRN,Tenure,Start date,Tenants';
  const row = (number: number) => `T-${number},${flat((number % 12) + 1)},Secure,2019-04-01,p-${number}`;
  const all = Array.from({ length: 30 }, (_, index) => row(index + 1));
  const without = (number: number) => all.filter(line => !line.startsWith(`T-${number},`));
  const send = (lines: readonly string[]) => uploader().send([headings, ...lines].join('\n'), feed);
  const night = (day: number) => hubAt(new Date(Date.UTC(2026, 2, day, 2)));
  const mrB = { person: 'p-4', name: 'Mr B', uprn: flat(5) };
  const household = async () =>
    (await landlord.officer('housing-officer').property(flat(5))).household.filter(
      ({ person }) => person === 'tenancy:p-4',
    );
  const shown = async (): Promise<string[]> => {
    const codes = (await landlord.officer('repairs-officer').flags(flat(5))).map(({ code }) => code);
    return codes.filter(code => code === 'do-not-visit-alone' || code === 'household-unconfirmed').toSorted();
  };

  beforeAll(async () => {
    await night(2);
    await send(all);
    const alert = alertAbout(mrB, 'CV', 'Threatened an operative');
    await landlord.system('tenancy').post({ contentType: 'application/json', body: JSON.stringify(alert) });
    await landlord.hub.settled();
  });

  it('that has lost one row of thirty moves nobody out: every system is asked to find out', async () => {
    expect(await shown()).toEqual(['do-not-visit-alone']);
    await night(3);
    const view = await send(without(4));
    expect(view).toMatchObject({ state: 'done', counts: { disappeared: 1, unchanged: 29 } });
    expect(await uploader().result(view)).toMatchObject([
      {
        key: 'T-4',
        change: 'disappeared',
        events: [{ type: 'housing.tenancy.ended.v1', inferredFrom: 'absence' }],
      },
    ]);
    expect(await household()).toMatchObject([{ missingSince: expect.stringMatching(/^2026-03-03T02:00/) }]);
    expect(await shown()).toEqual(['do-not-visit-alone', 'household-unconfirmed']);
    const [entry] = await landlord.officer('housing-officer').timeline(flat(5), 'tenancy');
    expect(entry).toMatchObject({ type: 'housing.tenancy.ended.v1', inferredFrom: 'absence' });
  });

  it('that has it again the next night leaves everything as it was, and says that it returned', async () => {
    await night(4);
    const view = await send(all);
    expect(view).toMatchObject({ counts: { returned: 1, appeared: 0, disappeared: 0, unchanged: 29 } });
    expect(await uploader().result(view)).toMatchObject([{ key: 'T-4', change: 'returned' }]);
    await night(30);
    expect(await household()).toMatchObject([{ person: 'tenancy:p-4' }]);
    expect(await household()).not.toMatchObject([{ missingSince: expect.anything() }]);
    expect(await shown()).toEqual(['do-not-visit-alone']);
  });

  it('that never has it again is believed by the clock, with no further message', async () => {
    await send(without(4));
    await night(37);
    expect(await household()).toEqual([]);
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['none of its headings', 'Who,What\nMr B,Flat 5', /none of this extract’s headings.*“Tenancy ref”/],
    ['no key column', 'UPRN,Tenure\n200000471105,Secure', /no column headed “Tenancy ref” or /],
    ['nothing in it', '', /none of this extract’s headings/],
  ])('with %s is refused, and never held', async (_what, text, problem) => {
    const view = await uploader().send(`${text}\n`, feed);
    expect(view).toMatchObject({ state: 'refused', problem: expect.stringMatching(problem) });
  });

  it('that was believed wrongly is undone by the next right one', async () => {
    await night(40);
    const cut = await send(all.slice(0, 10));
    expect(cut).toMatchObject({
      state: 'held',
      held: { disappeared: 20, gone: expect.arrayContaining(['T-30']) },
    });
    await uploader().believe(cut.fileId, { reason: 'Looked right' });
    await landlord.hub.settled();
    await night(41);
    expect(await send(all)).toMatchObject({ counts: { returned: 20, unchanged: 10 } });
    await night(60);
    expect(await household()).toMatchObject([{ person: 'tenancy:p-4' }]);
    expect(await shown()).toEqual(['do-not-visit-alone']);
  });

  it('that says what is to come has it shown as coming, and it takes effect with no further list', async () => {
    const withEnd = [
      `${headings},End date`,
      ...all.map(line => `${line},${line.startsWith('T-5,') ? '2026-05-20' : ''}`),
    ];
    const agreed = `T-99,${flat(6)},Secure,2026-05-25,p-99,`;
    const of = async (person: string) => {
      const { household, coming } = await landlord.officer('housing-officer').property(flat(6));
      return [household.some(one => one.person === `tenancy:${person}`), coming.map(({ kind }) => kind)];
    };
    await night(62);
    const view = await uploader().send([...withEnd, agreed].join('\n'), feed);
    expect(view).toMatchObject({ counts: { changed: 1, appeared: 1 } });
    expect(await uploader().result(view)).toMatchObject([
      { key: 'T-5', events: [{ type: 'housing.tenancy.end-announced.v1' }] },
      { key: 'T-99', events: [{ type: 'housing.tenancy.start-announced.v1' }] },
    ]);
    expect([await of('p-5'), await of('p-99')]).toEqual([
      [true, ['tenancy-ends', 'tenancy-starts']],
      [false, ['tenancy-ends', 'tenancy-starts']],
    ]);
    await hubAt(new Date('2026-05-20T12:00:00Z'));
    expect([await of('p-5'), await of('p-99')]).toEqual([
      [false, ['tenancy-starts']],
      [false, ['tenancy-starts']],
    ]);
    await hubAt(new Date('2026-05-25T12:00:00Z'));
    expect(await of('p-99')).toEqual([true, []]);
    expect(
      await uploader().send([...withEnd.filter(line => !line.startsWith('T-5,')), agreed].join('\n'), feed),
    ).toMatchObject({
      counts: { disappeared: 1 },
    });
    const codes = (await landlord.officer('repairs-officer').flags(flat(6))).map(({ code }) => code);
    expect(codes).not.toContain('household-unconfirmed');
  });
});

describe('a tenancy that is to end in three weeks', () => {
  const [tenure, person] = [randomUUID(), randomUUID()];
  const mrsC = { person, name: 'Mrs C', uprn: flat(1), tenure };
  const update = async (before: string | null, after: string | null, at: Date) => {
    await hubAt(at);
    const tenuredAsset = { id: randomUUID(), type: 'Dwelling', uprn: flat(1) };
    const householdMembers = [{ id: person, type: 'Person', fullName: 'Mrs C', isResponsible: true }];
    const newData = { endOfTenureDate: after, householdMembers, tenuredAsset };
    const envelope = { id: randomUUID(), entityId: tenure, dateTime: at.toISOString() };
    await says(tenancyEventOf('TenureUpdatedEvent', newData, { endOfTenureDate: before }, envelope));
  };
  const home = () => homeOf(mrsC);
  const end = '2026-06-23';
  const everywhere = systems;

  beforeAll(async () => {
    await hubAt(june(1));
    await says(...movesIn(mrsC), warning(mrsC, june(1)));
  });

  it('is shown as coming; taken back, it is not, and nothing comes of it on the day', async () => {
    await update(null, end, june(2));
    expect(await home()).toEqual({ lives: true, coming: ['tenancy-ends'], pairs: everywhere });
    await update(end, null, june(3));
    expect(await home()).toEqual({ lives: true, coming: [], pairs: everywhere });
    await hubAt(june(24));
    expect(await home()).toEqual({ lives: true, coming: [], pairs: everywhere });
  });

  it('said again, takes effect on its day in every system, with no further message', async () => {
    await update(null, '2026-07-10', june(25));
    expect(await home()).toEqual({ lives: true, coming: ['tenancy-ends'], pairs: everywhere });
    await hubAt(new Date('2026-07-09T22:30:00Z'));
    expect(await home()).toMatchObject({ lives: true, pairs: everywhere });
    await hubAt(new Date('2026-07-09T23:30:00Z'));
    expect(await home()).toEqual({ lives: false, coming: [], pairs: [] });
  });
});

describe('a tenancy that is announced before it begins', () => {
  it('houses its people from its day on, with what they are warned of', async () => {
    const mrD = {
      person: randomUUID(),
      name: 'Mr D',
      uprn: flat(2),
      tenure: randomUUID(),
      from: '2026-08-03',
    };
    const home = () => homeOf(mrD);
    const now = new Date('2026-07-10T10:00:00Z');
    await hubAt(now);
    const agreed = movesIn(mrD).map(event => ({ ...event, dateTime: now.toISOString() }));
    await says(...agreed, warning(mrD, now));
    expect(await home()).toEqual({ lives: false, coming: ['tenancy-starts'], pairs: [] });
    await hubAt(new Date('2026-08-03T10:00:00Z'));
    expect(await home()).toEqual({ lives: true, coming: [], pairs: systems });
  });
});

describe('a warning', () => {
  const mrE = { person: randomUUID(), name: 'Mr E', uprn: flat(3), tenure: randomUUID() };
  const flag = `flags/do-not-visit-alone~person~tenancy.3a${mrE.person}`;
  const begun = new Date('2026-09-01T10:00:00Z');
  const alertId = randomUUID();
  const ends = (endDate: string, at = begun) => warning(mrE, at, { alertId, endDate });
  const pairs = async () => (await homeOf(mrE)).pairs;

  beforeAll(async () => {
    await hubAt(begun);
    await says(...movesIn(mrE));
  });

  it('that its own system means to end stands until that day and not after, with no further message', async () => {
    await says(ends('2099-01-01'));
    expect(await pairs()).toEqual(systems);
    const changed = new Date('2026-09-02T10:00:00Z');
    await hubAt(changed);
    await says(ends('2026-10-01', changed));
    await hubAt(new Date('2026-09-30T22:30:00Z'));
    expect(await pairs()).toEqual(systems);
    await hubAt(new Date('2026-09-30T23:30:00Z'));
    expect(await pairs()).toEqual([]);
  });

  it('that cannot be cleared yet, because a clock is ahead, is not answered as cleared', async () => {
    const now = new Date('2026-10-02T10:00:00Z');
    await hubAt(now);
    await says(warning(mrE, new Date(now.getTime() + 4 * 60_000)));
    const clear = async () => {
      const { headers } = await dealings.looks('manager', flag);
      const reason = 'Talked it through.';
      return dealings.decides('manager', `${flag}/clear`, { reason }, headers.get('etag'));
    };
    expect(await clear()).toMatchObject({
      status: 409,
      body: {
        detail: expect.stringMatching(/would not clear the flag: tenancy said it as of 2026-10-02T10:04/),
      },
    });
    expect(await pairs()).toEqual(systems);
    await hubAt(new Date(now.getTime() + 5 * 60_000));
    expect(await clear()).toMatchObject({ status: 200, body: { state: 'cleared' } });
    expect(await pairs()).toEqual([]);
  });
});
