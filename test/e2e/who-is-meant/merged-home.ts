import { expect, it } from 'vitest';
import { flat } from '../../scenarios/larch-house/places.ts';
import { importRows } from '../support/import-rows.ts';
import type { Running } from './wrong-home.ts';

/** A text that was learnt for a home that was merged into another since, and forgotten: what came to either is asked about. */
export function mergedHome(running: () => Running) {
  const [old, merged, right] = ['200000471401', '200000471402', flat(9)];
  const days = ['2025-07-02', '2025-07-10'];
  const complaint = (number: number) => ({
    ...{ entryId: `MH-${number}`, event: 'received', caseReference: `MH-${number}` },
    ...{ recordedAt: `${days[number]}T11:20:00+01:00`, detail: 'It leaks again.' },
    address: 'The Lodge, Medlar Passage',
  });
  const headings = 'uprn,address,postcode,logical_status,successor_uprn';
  const gazetteer = (...rows: string[]) => importRows(running().landlord.hub, [headings, ...rows]);
  const open = async (uprn: string) => {
    const { openCases } = await running().landlord.officer('manager').property(uprn);
    return openCases.map(({ reference }) => reference).filter(one => one.startsWith('MH'));
  };
  const shown = async () => {
    await running().dealings.rests();
    return [merged, right].map(home =>
      running().dealings.shownIn('repairs', home).includes('open-complaint'),
    );
  };
  const waiting = async () =>
    (await running().landlord.officer('complaints-officer').quarantine()).filter(({ key }) =>
      key?.includes('MEDLAR'),
    );

  it('brings what follows to the home that succeeded it', async () => {
    await gazetteer(`${old},"1 Sorb Yard, London",SE15 4QC,1,`);
    const [first] = (await running().post('complaints', complaint(0))).quarantined;
    await running().as(`quarantine/${first?.id}/resolve`, { uprn: old }, 'old home');
    await gazetteer(
      `${old},"1 Sorb Yard, London",SE15 4QC,8,${merged}`,
      `${merged},"1A Sorb Yard, London",SE15 4QC,1,`,
    );
    expect((await running().post('complaints', complaint(1))).quarantined).toEqual([]);
    expect([await open(old), await open(merged)]).toEqual([['MH-0'], ['MH-1']]);
    expect(await shown()).toEqual([true, false]);
  });

  it('forgotten, is taken off both homes, and asked about again as a whole', async () => {
    const [key = ''] = [...new Set((await learnt()).map(one => one.key))];
    const forget = { system: 'complaints', key };
    expect(await running().as('cross-references/forget', forget, 'forget the lodge')).toMatchObject({
      status: 200,
    });
    expect([await open(old), await open(merged)]).toEqual([[], []]);
    expect(await shown()).toEqual([false, false]);
    const asked = await waiting();
    expect(asked).toHaveLength(4);
    await running().as(`quarantine/${asked[0]?.id}/resolve`, { uprn: right }, 'the right lodge');
    expect(await waiting()).toEqual([]);
    expect((await open(right)).sort()).toEqual(['MH-0', 'MH-1']);
    expect(await shown()).toEqual([false, true]);
  });

  async function learnt() {
    const { body } = await running().as('cross-references?system=complaints');
    const { references } = body as { references: { key: string }[] };
    return references.filter(({ key }) => key.includes('MEDLAR'));
  }
}
