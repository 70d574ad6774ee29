import { expect, it } from 'vitest';
import type { HubWithTeams } from '../../scenarios/hub-with-teams.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import type { Dealings } from '../support/dealings.ts';
import type { Answer } from '../support/request.ts';

export interface Running {
  landlord: HubWithTeams;
  dealings: Dealings;
  post(system: string, body: unknown): Promise<{ quarantined: { id: string; reason: string }[] }>;
  as(path: string, body?: object, key?: string): Promise<Answer>;
}

/** A text that was learnt for the wrong home, forgotten, and learnt for the right one, on a hub that runs. */
export function wrongHome(running: () => Running) {
  const [wrong, right] = [flat(5), flat(6)];
  const address = 'The Garden Rooms, Quince Passage';
  const days = ['2025-07-01', '2025-07-09'];
  const complaint = (number: number) => ({
    ...{ entryId: `GR-${number}`, event: 'received', caseReference: `GR-${number}` },
    ...{ recordedAt: `${days[number]}T11:20:00+01:00`, address, detail: 'It leaks again.' },
  });
  const timeline = async (uprn: string) =>
    (await running().landlord.officer('manager').timeline(uprn, 'complaint'))
      .map(({ data, happenedAt, correctedBy }) => ({
        ...{ of: data['complaintReference'], on: happenedAt.slice(0, 10) },
        ...(correctedBy !== undefined && { counts: false }),
      }))
      .toReversed();
  const shown = async () => {
    await running().dealings.rests();
    return ['repairs', 'leaks', 'disrepair'].map(system =>
      [wrong, right].map(home => running().dealings.shownIn(system, home).includes('open-complaint')),
    );
  };
  const waiting = async () =>
    (await running().landlord.officer('complaints-officer').quarantine()).filter(({ key }) =>
      key?.includes('QUINCE'),
    );
  const both = days.map((on, number) => ({ of: `GR-${number}`, on }));
  let key = '';
  const forget = (keyOf = key) =>
    running().as(
      'cross-references/forget',
      { system: 'complaints', key: keyOf.replace(/^home /, '') },
      'forget',
    );
  let forgotten: Answer;

  it('brings what follows there, without a question', async () => {
    const [first] = (await running().post('complaints', complaint(0))).quarantined;
    expect(first?.reason).toBe('unmatched');
    [{ key = '' } = {}] = await waiting();
    await running().as(`quarantine/${first?.id}/resolve`, { uprn: wrong }, 'wrong home');
    expect((await running().post('complaints', complaint(1))).quarantined).toEqual([]);
    expect([await timeline(wrong), await timeline(right)]).toEqual([both, []]);
    expect(await shown()).toEqual(Array(3).fill([true, false]));
  });

  it('forgotten, is taken off that home in every system, and asked about again', async () => {
    forgotten = await forget();
    expect(forgotten).toMatchObject({ status: 200 });
    const asked = await waiting();
    // Each complaint came as the case and as its flag.
    expect(asked.map(item => [item.state, item.reason, item.key])).toEqual(
      Array(4).fill(['waiting', 'unmatched', key]),
    );
    const off = both.map(one => ({ ...one, counts: false }));
    expect([await timeline(wrong), await timeline(right)]).toEqual([off, []]);
    expect(await shown()).toEqual(Array(3).fill([false, false]));
    const { openCases } = await running().landlord.officer('manager').property(wrong);
    expect(openCases.filter(({ reference }) => reference.startsWith('GR'))).toEqual([]);
  });

  it('shows at the right home once that is said, with its own dates, and once', async () => {
    const [one] = await waiting();
    await running().as(`quarantine/${one?.id}/resolve`, { uprn: right }, 'right home');
    expect(await waiting()).toEqual([]);
    expect(await timeline(right)).toEqual(both);
    expect(await shown()).toEqual(Array(3).fill([false, true]));
    for (const number of [0, 1])
      expect((await running().post('complaints', complaint(number))).quarantined).toEqual([]);
    expect(await timeline(right)).toEqual(both);
  });

  it('asked again to forget, answers as before and forgets nothing new', async () => {
    expect((await forget()).body).toEqual(forgotten.body);
    expect(await waiting()).toEqual([]);
    expect(await shown()).toEqual(Array(3).fill([false, true]));
    expect(await forget('home another')).toMatchObject({ status: 422 });
  });

  it('can be forgotten as often as it was wrong', async () => {
    const again = { system: 'complaints', key: key.replace(/^home /, '') };
    expect(await running().as('cross-references/forget', again, 'forget again')).toMatchObject({
      status: 200,
    });
    const asked = await waiting();
    expect(asked).toHaveLength(4);
    expect(await shown()).toEqual(Array(3).fill([false, false]));
    await running().as(`quarantine/${asked[1]?.id}/resolve`, { uprn: right }, 'right after all');
    expect(await waiting()).toEqual([]);
    expect(await shown()).toEqual(Array(3).fill([false, true]));
    expect((await timeline(right)).filter(one => !('counts' in one))).toEqual(both);
  });
}
