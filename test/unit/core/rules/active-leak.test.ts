import { describe, expect, it } from 'vitest';
import { activeLeak } from '../../../../functions/core/rules/active-leak.ts';
import { instant } from '../../../support/events.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const now = instant('2026-06-01T00:00:00Z');

describe('active-leak', () => {
  it('stands since the oldest leak that is open, and names all of them, oldest first', () => {
    const cases = openCases(
      ['leak', 'L-1', '2026-03-01T09:00:00Z', { part: 'home' }],
      ['leak', 'L-2', '2026-02-01T09:00:00Z', { part: 'source' }],
      ['leak', 'L-3', '2026-02-15T09:00:00Z', { part: 'home' }],
    );
    expect(activeLeak.find(recordWith({ openCases: cases }), now)).toEqual({
      since: instant('2026-02-01T09:00:00Z'),
      latest: instant('2026-03-01T09:00:00Z'),
      events: ['opens-L-2', 'opens-L-3', 'opens-L-1'],
      references: ['L-1', 'L-2', 'L-3'],
    });
  });

  it('does not stand for a leak elsewhere in the block, nor for other cases', () => {
    const cases = openCases(
      ['leak', 'L-1', '2026-03-01T09:00:00Z', { part: 'block' }],
      ['work-order', 'R-1', '2026-03-01T09:00:00Z'],
    );
    expect(activeLeak.find(recordWith({ openCases: cases }), now)).toBeUndefined();
  });
});
