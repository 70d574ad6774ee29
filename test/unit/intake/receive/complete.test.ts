import { describe, expect, it } from 'vitest';
import type { EventDraft, HomeLocator } from '../../../../functions/adapters/contract.ts';
import { complete } from '../../../../functions/intake/item/complete.ts';
import type { Found } from '../../../../functions/intake/item/homes.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import type { LocalReference, SystemName, Uprn } from '../../../../schemas/reference.ts';
import { flat4, flat7, instant, larchHouse } from '../../../support/events.ts';

const at = instant('2025-06-02T07:40:00Z');
const origin = { system: 'leaks' as SystemName, item: { row: 1 }, heardAt: at, now: at };
const by = (reference: string): HomeLocator => ({ by: 'reference', reference: reference as LocalReference });
const known: Record<string, Found> = {
  four: { found: 'one', uprn: flat4, block: larchHouse },
  seven: { found: 'one', uprn: flat7, block: larchHouse },
  both: { found: 'several', uprns: [flat4, flat7] },
  gone: { found: 'none', retired: ['66' as Uprn] },
  elsewhere: { found: 'one', uprn: '55' as Uprn, block: undefined },
};
const homes = (locator: HomeLocator): Found =>
  known[locator.by === 'reference' ? locator.reference : ''] ?? { found: 'none' };

function reported(where: Partial<Pick<EventDraft, 'home' | 'source'>>, note = 'wet'): EventDraft {
  return {
    ...eventContent('housing.leak.reported.v1', {
      leakReference: 'L-1' as LocalReference,
      note: { text: note, classification: 'personal' },
    }),
    happened: { at, basis: 'offset' },
    ...where,
  };
}

describe('what is said to have happened', () => {
  const present = (text: string) => ({ ...origin, now: instant(text) });
  const drafts = [reported({ home: by('four') })];

  it('may be ahead of the hub by what clocks differ, and no more: then it is kept', () => {
    expect(complete(drafts, homes, present('2025-06-02T07:35:00Z'))).toHaveProperty('events');
    expect(complete(drafts, homes, present('2025-06-02T07:34:59Z'))).toMatchObject({
      refused: 'not-yet',
      problems: [{ path: '', received: '2025-06-02T07:40:00.000Z' }],
    });
  });

  it('is judged by the present time where it was heard before its day had come', () => {
    const sentInAgain = { ...present('2025-06-02T08:00:00Z'), heardAt: instant('2025-05-20T09:00:00Z') };
    expect(complete(drafts, homes, sentInAgain)).toHaveProperty('events');
  });
});

describe('an item', () => {
  it('touches its home, the suspected source and the block of the home', () => {
    expect(complete([reported({ home: by('four'), source: by('seven') })], homes, origin)).toMatchObject({
      events: [
        {
          subject: `property/${flat4}`,
          data: {
            subjects: [
              { role: 'home' },
              { role: 'source' },
              { subject: `property/${larchHouse}`, role: 'block' },
            ],
          },
        },
      ],
    });
  });

  it('has the block of the source where no home is named', () => {
    const completion = complete([reported({ source: by('seven') })], homes, origin);
    expect(completion).toMatchObject({
      events: [{ data: { subjects: [{ role: 'source' }, { role: 'block' }] } }],
    });
  });

  it('does not take a source’s block for that of a home without one', () => {
    const completion = complete([reported({ home: by('elsewhere'), source: by('seven') })], homes, origin);
    expect(completion).toMatchObject({
      events: [{ data: { subjects: [{ role: 'home' }, { role: 'source' }] } }],
    });
  });

  it('gives two events of one type two ids, the same ones every time', () => {
    const twice = [reported({ home: by('four') }), reported({ home: by('four') })];
    const [once, again] = [complete(twice, homes, origin), complete(twice, homes, origin)];
    if (!('events' in once)) throw new Error('it should be complete');
    expect(new Set(once.events.map(({ id }) => id)).size).toBe(2);
    expect(again).toEqual(once);
  });

  it.each([
    [
      'unmatched',
      { home: by('nowhere') },
      [{ path: 'home', message: 'No home has this reference', received: 'nowhere' }],
    ],
    [
      'unmatched',
      { home: by('gone') },
      [{ path: 'home', message: 'Only a retired home without a successor has this reference' }],
    ],
    [
      'ambiguous',
      { home: by('both') },
      [{ path: 'home', expected: `${flat4} | ${flat7}`, received: 'both' }],
    ],
    ['unmatched', { home: by('both'), source: by('nowhere') }, [{ path: 'home' }, { path: 'source' }]],
    [
      'unmatched',
      { home: { by: 'address' as const, address: '1 Nowhere' } },
      [{ path: 'home', message: 'No home has this address' }],
    ],
  ])('is %s as a whole when a home is not clear', (refused, where, problems) => {
    expect(complete([reported({ home: by('four') }), reported(where)], homes, origin)).toMatchObject({
      refused,
      problems,
    });
  });

  it('never tells an address back', () => {
    const completion = complete([reported({ home: { by: 'address', address: '1 Nowhere' } })], homes, origin);
    expect(JSON.stringify(completion)).not.toContain('1 Nowhere');
  });

  it('is the hub’s own mistake when the adapter makes what the catalogue does not know', () => {
    const wrong = { ...reported({ home: by('four') }), data: { leakReference: '' } } as unknown as EventDraft;
    expect(complete([wrong], homes, origin)).toMatchObject({
      refused: 'mistranslated',
      problems: [{ path: '/data/leakReference' }],
    });
    expect(complete([reported({})], homes, origin)).toMatchObject({ refused: 'mistranslated' });
  });

  it('is rejected when an event would be above the limit of the bus', () => {
    const photograph = {
      uri: `https://files.example/${'ẞ'.repeat(970)}`,
      mediaType: 'image/jpeg',
      sha256: 'a'.repeat(64),
      bytes: 1,
    };
    const visit: EventDraft = {
      ...eventContent('housing.visit.carried-out.v1', {
        purpose: 'inspection',
        finding: { text: 'ẞ'.repeat(4_000), classification: 'personal' },
        evidence: Array.from({ length: 20 }, () => photograph),
      }),
      happened: { at, basis: 'offset' },
      home: by('four'),
    };
    expect(complete([visit], homes, origin)).toMatchObject({
      refused: 'rejected',
      problems: [{ expected: 'at most 65536 bytes', received: expect.stringMatching(/^[67]\d{4} bytes$/) }],
    });
  });
});
