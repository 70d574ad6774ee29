import { describe, expect, it } from 'vitest';
import { type Onward, pageOf, type Wanted } from '../../../../functions/core/worklists/page.ts';
import type { Flag } from '../../../../schemas/flags.ts';
import { type PersonReference, personSubject } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const at = instant('2025-08-15T12:00:00Z');
const on = (index: number) => personSubject(`tenancy:${String(index).padStart(5, '0')}` as PersonReference);
const suspended = (index: number) => flagOf('do-not-attend', { on: on(index), state: 'suspended' });
const wanted: Wanted = {
  ...{ viewer: { teams: ['tenancy-enforcement'] }, list: 'suspended', isOwned: () => true, at, limit: 3 },
  /** Ten thousand persons a part. */
  partOf: ({ on: subject }) => subject.slice(0, -4),
};

/** From the subject of the cursor on, as the index gives them. */
async function* stored(flags: readonly Flag[], next?: Onward) {
  if (next !== undefined && 'from' in next) {
    yield* flags.slice(flags.findIndex(flag => wanted.partOf(flag) === next.from));
    return;
  }
  const from = flags.findIndex(({ id }) => id === next?.after);
  const subject = flags[from]?.on ?? '';
  yield* flags.filter(flag => flag.on >= subject);
}

async function pages(flags: readonly Flag[], wish: Wanted, change = (_page: number) => flags) {
  const found: string[][] = [];
  let next: Onward | undefined;
  do {
    const after = next && 'after' in next ? next.after : undefined;
    const page = await pageOf(stored(change(found.length), next), { ...wish, after });
    found.push(page.flags.map(({ id }) => id));
    next = page.next;
  } while (next !== undefined && found.length <= 100);
  expect(next).toBeUndefined();
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
  it('never names a flag that is not on the list', async () => {
    const hidden = flagOf('safe-contact', { on: on(3), state: 'active' });
    const flags = [suspended(1), suspended(2), hidden, suspended(4), suspended(5)];
    for (const limit of [1, 2, 3]) {
      const { next } = await pageOf(stored(flags), { ...wanted, limit });
      expect(next).toEqual({ after: flags.filter(flag => flag !== hidden)[limit - 1]?.id });
    }
  });

  it('names a part of the index where so many flags lie between, hidden ones or not', async () => {
    for (const code of ['other-incident', 'safeguarding'] as const) {
      const others = Array.from({ length: 35_000 }, (_, index) => flagOf(code, { on: on(index) }));
      const looked: number[] = [];
      const counted = async function* (next?: Onward) {
        looked.push(0);
        for await (const flag of stored([...others, suspended(35_000)], next)) {
          looked.push((looked.pop() ?? 0) + 1);
          yield flag;
        }
      };
      const found: Flag[] = [];
      let next: Onward | undefined;
      do {
        const page = await pageOf(counted(next), wanted);
        found.push(...page.flags);
        next = page.next;
        if (next !== undefined) expect(next).toEqual({ from: `person/tenancy:${looked.length}` });
      } while (next !== undefined);
      expect(found.map(({ id }) => id)).toEqual([suspended(35_000).id]);
      expect(looked).toEqual([10_001, 10_001, 10_001, 5_001]);
    }
  });

  it('goes on in a large part to its end: none is begun twice', async () => {
    const others = Array.from({ length: 15_000 }, (_, index) => flagOf('safeguarding', { on: on(index) }));
    const ofOnePart = { ...wanted, partOf: () => 'all' };
    expect(await pageOf(stored([...others, suspended(20_000)]), ofOnePart)).toEqual({
      flags: [suspended(20_000)],
    });
  });
});
