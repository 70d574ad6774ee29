import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { alertAbout } from './support/household.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { makeUploader } from './support/uploads.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true });
});
afterAll(() => hubs.stop());

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
    ['no key column', 'UPRN,Tenure\n200000471105,Secure', /headed “Tenancy ref” or .* is missing/],
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
});
