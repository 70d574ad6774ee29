import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../../functions/core/flags/derive.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-12-01T09:00:00Z');
const complaint = { complaintReference: 'C-5521' as never };
const about = { system: 'complaints', home: flat4 };
const received = eventOf({
  ...about,
  type: 'housing.complaint.received.v1',
  at: '2025-07-21T09:00:00Z',
  data: complaint,
});
const responded = (stage: 1 | 2, at: string, decidedBy?: string) =>
  eventOf({
    ...about,
    type: 'housing.complaint.responded.v1',
    at,
    data: { ...complaint, stage, decision: 'not-upheld', ...(decidedBy !== undefined && { decidedBy }) },
  });
const first = responded(1, '2025-08-01T09:00:00Z', 'P. Owens');
const closed = eventOf({
  ...about,
  type: 'housing.complaint.closed.v1',
  at: '2025-11-01T09:00:00Z',
  data: complaint,
});

function codes(...events: Parameters<ReturnType<typeof memoryHub>['hear']>[0]) {
  const hub = memoryHub();
  hub.hear(events, now);
  const record = hub.record(propertySubject(flat4));
  const flags = Object.keys(record === undefined ? {} : flagsOf(record, now));
  return flags.filter(code => code === 'decided-twice-by-one');
}

describe('decided-twice-by-one', () => {
  it('challenges a stage 2 that was decided by whoever decided stage 1, however spelled', () => {
    const second = responded(2, '2025-10-01T09:00:00Z', 'p.  OWENS ');
    expect(codes(received, first, second)).toEqual(['decided-twice-by-one']);
    expect(codes(second, first, received)).toEqual(['decided-twice-by-one']);
  });

  it('holds no longer when another person has decided, or the complaint is over', () => {
    const second = responded(2, '2025-10-01T09:00:00Z', 'P. Owens');
    expect(codes(received, first, second, responded(2, '2025-10-20T09:00:00Z', 'A. Mensah'))).toEqual([]);
    expect(codes(received, first, second, closed)).toEqual([]);
  });

  it('guesses nothing where it is not said who decided', () => {
    expect(codes(received, first)).toEqual([]);
    expect(codes(received, first, responded(2, '2025-10-01T09:00:00Z'))).toEqual([]);
    expect(
      codes(received, responded(1, '2025-08-01T09:00:00Z'), responded(2, '2025-10-01T09:00:00Z')),
    ).toEqual([]);
  });
});
