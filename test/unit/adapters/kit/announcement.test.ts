import { expect, it } from 'vitest';
import { flagReference, localWord, placesLeft } from '../../../../functions/adapters/kit/announcement.ts';
import { localReferenceSchema } from '../../../../schemas/reference.ts';
import { announcement } from '../../../support/announcements.ts';

it('keeps the reference of a flag through every announcement, and tells two tenancies apart', () => {
  const raised = announcement('raised', { code: 'electrics-isolated', places: ['200000471104'] }).data.flag;
  const cleared = announcement('cleared', { code: 'electrics-isolated', places: [] }).data.flag;
  expect(flagReference(raised)).toBe(flagReference(cleared));
  const tenancyReference = localReferenceSchema.parse('TEN-00417');
  expect(flagReference({ ...raised, tenancyReference })).not.toBe(flagReference(raised));
});

it('prefers a lasting word to a temporary one, and leaves no flag without a word', () => {
  const list = 'alerts';
  const codes = [
    { local: 'CVT', list, code: 'do-not-visit-alone', temporary: true },
    { local: 'CV', list, code: 'do-not-visit-alone' },
  ] as const;
  expect(localWord(codes, 'do-not-visit-alone')).toBe('CV');
  expect(localWord(codes.slice(0, 1), 'do-not-visit-alone')).toBe('do-not-visit-alone');
});

it('knows which homes a flag has left', () => {
  const shown = { code: 'do-not-visit-alone', places: [] } as const;
  expect(placesLeft(announcement('changed', { ...shown, places: [] }, ['200000471107']))).toEqual([
    '200000471107',
  ]);
  expect(placesLeft(announcement('changed', { ...shown, places: [] }))).toEqual([]);
  expect(placesLeft(announcement('cleared', { ...shown, places: [] }))).toEqual([]);
});
