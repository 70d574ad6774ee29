import { expect, it } from 'vitest';
import type { Role } from '../../../functions/core/views/roles.ts';
import type { HubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import type { Dealings } from '../support/dealings.ts';
import { alertAbout, endOf, movesIn, type Resident } from '../support/household.ts';

/** One man of two records: merged, told of, parted, on a hub that runs. */
export function oneMan(running: () => { landlord: HubWithTeams; dealings: Dealings }) {
  const home = flat(8);
  const [karl, carl] = [
    { person: 'p-karl', name: 'Karl Borg', uprn: home, tenure: 'tenure-8' },
    { person: 'p-carl', name: 'Carl Borg', uprn: home, tenure: 'tenure-8b' },
  ] as const satisfies Resident[];
  const [pair, words] = ['do-not-visit-alone', 'verbal-abuse'];
  const alerts = [alertAbout(karl, 'CV', 'Threatened'), alertAbout(carl, 'CV', 'Shouted at the door')];
  const [ofKarl, ofCarl] = alerts as [object, object];
  const five = ['repairs', 'tenancy', 'leaks', 'complaints', 'disrepair'];
  const shown = async () => {
    await running().dealings.rests();
    return five.map(system => running().dealings.shownIn(system, home));
  };
  const each = (...codes: string[]) => five.map(() => codes.toSorted());
  const person = (ref: string, more = '') =>
    running().dealings.looks('housing-officer', `persons/tenancy:${ref}${more}`);
  const body = { other: 'tenancy:p-karl', reason: 'The same date of birth and signature.' };
  const decide = async (what: 'merge' | 'part', role: Role = 'housing-officer') => {
    const etag = (await person('p-carl')).headers.get('etag');
    return running().dealings.decides(role, `persons/tenancy:p-carl/${what}`, body, etag);
  };
  const timelineOf = async (ref: string) => {
    const { entries } = (await person(ref, '/timeline')).body as {
      entries: { type: string; data: { code?: string } }[];
    };
    return entries.map(({ type, data }) =>
      `${type.split('.').slice(1, 3).join(' ')} ${data.code ?? ''}`.trim(),
    );
  };
  const householdOf = async () =>
    (await running().landlord.officer('manager').property(home)).household.map(
      ({ person: who, ...more }) => ({
        who,
        ...('alsoKnownAs' in more && { alsoKnownAs: more.alsoKnownAs }),
      }),
    );

  it('is warned of twice, until an officer says that the two are one, and why', async () => {
    await running().dealings.says('tenancy', ...movesIn(karl), ...movesIn(carl), ofKarl, ofCarl);
    await running().dealings.says('tenancy', alertAbout(karl, 'VA', 'Swore at the surveyor'));
    expect(await shown()).toEqual(each(words, pair, pair));
    expect(await decide('merge', 'repairs-officer')).toMatchObject({ status: 403 });
    expect(
      await running().dealings.decides('manager', 'persons/tenancy:p-carl/merge', body, '"99"'),
    ).toMatchObject({
      status: 412,
    });
    expect(await person('p-nobody')).toMatchObject({ status: 404 });
    expect(await decide('part')).toMatchObject({ status: 409 });
    expect(await decide('merge')).toMatchObject({
      status: 200,
      body: { shownAs: 'tenancy:p-carl', oneWith: ['tenancy:p-karl'] },
    });
    expect(await decide('merge')).toMatchObject({ status: 409 });
  });

  it('is one person at the home and in every system, by either key', async () => {
    expect(await shown()).toEqual(each(words, pair));
    expect(await householdOf()).toEqual([{ who: 'tenancy:p-carl', alsoKnownAs: ['tenancy:p-karl'] }]);
    const timeline = await timelineOf('p-karl');
    expect(timeline.filter(entry => entry.startsWith('flag asserted'))).toHaveLength(3);
    expect(timeline.filter(entry => entry === 'person merged')).toHaveLength(1);
    expect(await timelineOf('p-carl')).toEqual(timeline);
    for (const ref of ['p-karl', 'p-carl']) {
      expect((await person(ref)).body).toMatchObject({
        shownAs: 'tenancy:p-carl',
        homes: [home],
        name: carl.name,
      });
    }
  });

  it('is warned of until the last of his records says so no more', async () => {
    await running().dealings.says('tenancy', endOf(ofCarl));
    expect(await shown()).toEqual(each(words, pair));
    await running().dealings.says('tenancy', alertAbout(carl, 'PA', 'Pushed an operative'));
    expect(await shown()).toEqual(each(words, pair, 'physical-abuse'));
  });

  it('is two again when that was wrong: what was before, and what came since under each key', async () => {
    expect(await decide('part')).toMatchObject({ status: 200, body: { oneWith: [] } });
    expect(await shown()).toEqual(each(words, pair, 'physical-abuse'));
    const on = (await running().landlord.officer('manager').property(home)).flags.map(
      flag => `${flag.code} ${flag.on}`,
    );
    expect(on.toSorted()).toEqual([
      `${pair} person/tenancy:p-karl`,
      'physical-abuse person/tenancy:p-carl',
      `${words} person/tenancy:p-karl`,
    ]);
    expect(await householdOf()).toEqual([{ who: 'tenancy:p-karl' }, { who: 'tenancy:p-carl' }]);
    expect(await timelineOf('p-carl')).not.toContain(`flag asserted ${words}`);
  });
}
