import { describe, expect, it } from 'vitest';
import { pageOf, type Wanted } from '../../../../functions/core/worklists/page.ts';
import type { Flag } from '../../../../schemas/flags.ts';
import { type PersonReference, personSubject } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const at = instant('2025-08-15T12:00:00Z');
const on = (index: number) => personSubject(`tenancy:${String(index).padStart(5, '0')}` as PersonReference);
const suspended = (index: number) => flagOf('do-not-attend', { on: on(index), state: 'suspended' });
const wanted: Wanted = {
  ...{ viewer: { teams: ['tenancy-enforcement'] }, list: 'suspended', isOwned: () => true, at, limit: 3 },
};

/** From the subject of the cursor on, as the index gives them. */
async function* stored(flags: readonly Flag[], after?: string) {
  const from = flags.findIndex(({ id }) => id === after);
  const subject = flags[from]?.on ?? '';
  yield* flags.filter(flag => flag.on >= subject);
}

async function pages(flags: readonly Flag[], wish: Wanted, change = (_page: number) => flags) {
  const found: string[][] = [];
  let after: string | undefined;
  do {
    const page = await pageOf(stored(change(found.length), after), { ...wish, after });
    found.push(page.flags.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined && found.length <= 100);
  expect(after).toBeUndefined();
  return found;
}

describe('a list, page by page', () => {
  const flags = Array.from({ length: 10 }, (_, index) => suspended(index));
  const ids = flags.map(({ id }) => id);

  it.each([1, 2, 3, 5, 9, 10, 11])('has everything once, %i a page, and ends with the last', async limit => {
    const found = await pages(flags, { ...wanted, limit });
    expect(found.flat()).toEqual(ids);
    expect(found).toHaveLength(Math.ceil(ids.length / limit));
  });

  it('goes on in the middle of a subject', async () => {
    const several = ['anti-social-behaviour', 'do-not-attend', 'physical-abuse', 'seek-advice'] as const;
    const ofOne = several.map(code => flagOf(code, { on: on(1), state: 'suspended' }));
    const found = await pages([...ofOne, suspended(2)], wanted);
    expect(found.flat()).toEqual([...ofOne, suspended(2)].map(({ id }) => id));
  });

  it('loses nothing and repeats nothing while flags leave the list, join it and change places in urgency', async () => {
    const later = (page: number): Flag[] =>
      flags.map((flag, index) => {
        if (page > 0 && index % 4 === 0) return { ...flag, state: 'active' };
        return page > 0 ? { ...flag, version: 9, since: at, severity: 'low' } : flag;
      });
    const found = (await pages(flags, wanted, later)).flat();
    expect(new Set(found).size).toBe(found.length);
    const stayed = ids.filter((_, index) => index % 4 !== 0);
    expect(found).toEqual(expect.arrayContaining(stayed));
  });

  it('is of one owner where that is asked for', async () => {
    const isOwned = ({ on: subject }: Flag) => subject === on(4);
    expect(await pages(flags, { ...wanted, isOwned })).toEqual([[suspended(4).id]]);
  });
});

describe('a cursor', () => {
  it('never names a flag that whoever asks may not know of', async () => {
    const hidden = flagOf('safe-contact', { on: on(3), state: 'active' });
    const flags = [suspended(1), suspended(2), hidden, suspended(4), suspended(5)];
    for (const limit of [1, 2, 3]) {
      const { next } = await pageOf(stored(flags), { ...wanted, limit });
      expect(next).not.toBe(hidden.id);
    }
  });

  it('comes with an empty page where so many flags lie between, and hidden ones do not count', async () => {
    const others = Array.from({ length: 10_001 }, (_, index) => flagOf('other-incident', { on: on(index) }));
    const hidden = Array.from({ length: 50 }, (_, index) => flagOf('safeguarding', { on: on(index) }));
    const all = [...hidden, ...others, suspended(20_000)];
    const first = await pageOf(stored(all), wanted);
    expect(first).toEqual({ flags: [], next: others[9_999]?.id });
    const second = await pageOf(stored(all, first.next), { ...wanted, after: first.next });
    expect(second.flags.map(({ id }) => id)).toEqual([suspended(20_000).id]);
    expect(second).not.toHaveProperty('next');
  });
});
