import { expect, it } from 'vitest';
import { outbound } from '../../../functions/adapters/leaks/outbound.ts';
import { announcement, contextOf } from '../../support/announcements.ts';

const context = contextOf('leaks', {
  '200000471104': 'LARCH HO/FLAT 4',
  '200000471107': 'LARCH HO/FLAT 7',
});
const rowsOf = (...given: Parameters<typeof announcement>) => {
  const { body } = outbound(announcement(...given), context);
  return (body as { rows: Record<string, unknown>[] }).rows;
};

it('says a flag as a row of the team’s sheet, in its own words and dates', () => {
  expect(rowsOf('raised', { code: 'electrics-isolated', places: ['200000471104'] })).toEqual([
    {
      Block: 'LARCH HO',
      Flat: 'FLAT 4',
      UPRN: '200000471104',
      Action: 'raised',
      Severity: 'critical',
      Warning: 'ELECTRICS OFF',
      'What to do': 'Electrics are switched off for safety. Do not switch on; bring lighting.',
      Since: '15/07/2025',
      Until: '21/07/2025',
      Status: 'Confirmed',
      'Why ended': '',
      Version: 3,
      Reference: 'electrics-isolated~property~200000471104',
      'Hub event': '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11',
      'Heard from': 'leaks, tenancy',
      Regarding: '',
    },
  ]);
});

it('says when a cleared flag ended', () => {
  const [row] = rowsOf('cleared', { code: 'electrics-isolated', places: ['200000471104'] });
  expect(row).toMatchObject({ Action: 'cleared', Until: '01/08/2025', Version: 3 });
});

it('falls back to the UPRN where the team has no reference, and to the shared code where it has no word', () => {
  const [row] = rowsOf('raised', { code: 'heritage-listed', places: ['200000471202'] });
  expect(row).toMatchObject({ Block: '', Flat: '', UPRN: '200000471202', Warning: 'heritage-listed' });
});

it('makes a row for each home, and a cleared one for each that a moved flag has left', () => {
  const rows = rowsOf('changed', { code: 'do-not-visit-alone', places: ['200000471202'] }, ['200000471107']);
  expect(rows).toMatchObject([
    { UPRN: '200000471202', Action: 'changed', Warning: 'VISIT IN PAIRS' },
    {
      UPRN: '200000471107',
      Flat: 'FLAT 7',
      Action: 'cleared',
      Until: '01/08/2025',
      'Why ended': 'No longer at this home',
    },
  ]);
});

it('keeps a flag that has left its last home as a row without one: it stands', () => {
  const rows = rowsOf('changed', { code: 'do-not-visit-alone', places: [] }, ['200000471107']);
  expect(rows).toMatchObject([
    { Block: '', Flat: '', UPRN: '', Action: 'changed' },
    { UPRN: '200000471107', Action: 'cleared' },
  ]);
});

it('does not lose a flag that shows nowhere', () => {
  const rows = rowsOf('changed', { code: 'do-not-visit-alone', places: [] });
  expect(rows).toMatchObject([{ Block: '', Flat: '', UPRN: '', Action: 'changed', Version: 3 }]);
});
