import { expect, it } from 'vitest';
import { localWord, placesLeft } from '../../../../functions/adapters/kit/announcement.ts';
import { announcement } from '../../../support/announcements.ts';

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
