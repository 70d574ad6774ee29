import { expect, it } from 'vitest';
import { rebuild, type StoredWhole } from '../../../../functions/core/record/rebuild.ts';
import { foldWhole } from '../../../../functions/core/record/refold.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const home = propertySubject(flat4);
const now = instant('2025-07-01T12:00:00Z');
const leak = (reference: string) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-30T09:00:00Z',
    home: flat4,
    data: { leakReference: reference as LocalReference },
  });
const events = [leak('L-1'), leak('L-2')];
const { record, rows } = foldWhole(home, events);
const stored: StoredWhole = { subject: home, version: 7, flags: {}, record, rows };

it('finds nothing where what is stored is what the events say', () => {
  expect(rebuild(stored, events, now)).toMatchObject({
    ...{ record, rows },
    ...{ differences: [], changedRows: {}, strayRows: [] },
  });
});

it('says where the record or a row differs, and writes that row alone', () => {
  const [first = '', second = ''] = Object.keys(rows);
  const wrong = { ...rows, [first]: { ...rows[first], reference: 'X' } };
  const rebuilt = rebuild({ ...stored, record: { ...record, access: 'lost' }, rows: wrong }, events, now);
  expect(rebuilt.differences.map(({ path }) => path)).toEqual([`${first}.reference`, 'record.access']);
  expect(rebuilt.changedRows).toEqual({ [first]: rows[first] });
  expect(rebuild({ ...stored, rows: { [first]: rows[first] } }, events, now).changedRows).toEqual({
    [second]: rows[second],
  });
});

it('names the rows that no event accounts for', () => {
  const rebuilt = rebuild({ ...stored, rows: { ...rows, 'CASE#leak#leaks#L-9': {} } }, events, now);
  expect(rebuilt.strayRows).toEqual(['CASE#leak#leaks#L-9']);
});

it('says what the teams have not been told, as a commit would, and nothing of what they have', () => {
  const first = rebuild(stored, events, now).unannounced;
  expect(
    first.announcements.map(({ type, data }) => `${type} ${data.flag.code} ${data.flag.version}`),
  ).toEqual(['housing.flag.raised.v1 active-leak 8']);
  expect(rebuild({ ...stored, flags: first.flags }, events, now).unannounced.announcements).toEqual([]);
});
