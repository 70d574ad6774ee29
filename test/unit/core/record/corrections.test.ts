import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../functions/core/record/timeline.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-09-01T12:00:00Z');
const home = propertySubject(flat4);
const complaintReference = 'C-1' as LocalReference;
const common = { home: flat4, system: 'complaints' };

const received = eventOf({
  ...common,
  type: 'housing.complaint.received.v1',
  at: '2025-07-01T09:00:00Z',
  entry: { id: 'CE-1' },
  data: { complaintReference },
});
const marked = eventOf({
  ...common,
  type: 'housing.flag.asserted.v1',
  at: '2025-07-01T09:00:00Z',
  entry: { id: 'CE-1' },
  data: { code: 'open-complaint', localCode: 'OPEN', localReference: complaintReference },
});
const answered = (id: string, decision: 'upheld' | 'not-upheld', at: string, corrects?: string) =>
  eventOf({
    ...common,
    type: 'housing.complaint.responded.v1',
    at,
    entry: { id, ...(corrects === undefined ? {} : { corrects }) },
    data: { complaintReference, stage: 1, decision },
  });
/** Entered with tomorrow's date: nothing said since could overwrite it. */
const wrong = answered('CE-2', 'upheld', '2025-08-30T09:00:00Z');
const right = answered('CE-3', 'not-upheld', '2025-07-20T09:00:00Z', 'CE-2');
const withdrawn = (corrects: string) =>
  eventOf({
    ...common,
    type: 'housing.complaint.entry-withdrawn.v1',
    at: '2025-07-21T09:00:00Z',
    entry: { id: `${corrects}-withdrawn`, corrects },
    data: {},
  });

function hubThatHeard(...batches: SystemEvent[][]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  return hub;
}
const complaintOf = (hub: ReturnType<typeof memoryHub>) =>
  Object.values(hub.record(home)?.openCases ?? {}).find(({ kind }) => kind === 'complaint');

describe('an entry that a later entry corrects', () => {
  it.each([
    ['the correction last', [[received], [wrong], [right]]],
    ['the correction first', [[right], [received], [wrong]]],
    ['both at once', [[received], [wrong, right]]],
    ['the correction twice', [[received], [wrong], [right], [right]]],
  ])(
    'counts no more, with %s: the earlier date of the right one is not beaten by the wrong one',
    (_, batches) => {
      const hub = hubThatHeard(...batches);
      expect(complaintOf(hub)).toMatchObject({
        stage: 'stage 1 responded',
        facts: { decision: 'not-upheld' },
      });
      expect(hub.record(home)?.feeds).toEqual({ complaints: right.time });
      expect(hub.record(home)?.totals).toMatchObject({ events: 2, complaints: 1 });
      expect([...(hub.stored(home)?.timeline.keys() ?? [])].sort()).toEqual(
        [received.id, wrong.id, right.id].sort(),
      );
    },
  );

  it('takes everything with it that came of it: the case, the total and the flag', () => {
    const hub = hubThatHeard([received, marked]);
    expect(hub.flags(home, now)).toEqual(['open-complaint']);
    hub.hear([withdrawn('CE-1')], now);
    expect(complaintOf(hub)).toBeUndefined();
    expect(hub.record(home)?.totals).toMatchObject({ events: 1, complaints: 0 });
    expect(hub.flags(home, now)).toEqual([]);
    expect(hub.announcements.map(({ type }) => type)).toEqual([
      'housing.flag.raised.v1',
      'housing.flag.cleared.v1',
    ]);
  });

  it('does not come back when the correction is corrected', () => {
    const again = answered('CE-4', 'upheld', '2025-07-19T09:00:00Z', 'CE-3');
    const hub = hubThatHeard([received, wrong], [right], [again]);
    expect(complaintOf(hub)?.facts).toMatchObject({ decision: 'upheld' });
    expect(hub.record(home)?.feeds).toEqual({ complaints: again.time });
  });

  it('is noted with the latest of its corrections', () => {
    const later = answered('CE-5', 'upheld', '2025-07-25T09:00:00Z', 'CE-2');
    const noted = (...order: SystemEvent[]) =>
      Object.entries(hubThatHeard(...order.map(event => [event])).stored(home)?.rows ?? {}).find(([key]) =>
        key.startsWith('CORRECTED#'),
      );
    expect(noted(later, right, wrong)).toEqual([`CORRECTED#${wrong.entryid}`, expect.anything()]);
    expect(noted(later, right, wrong)?.[1]).toMatchObject({ by: { id: later.id } });
    expect(noted(right, wrong, later)).toEqual(noted(later, right, wrong));
  });
});

it('leaves alone what another system, or the same system of another home, said under the same id', () => {
  const elsewhere = eventOf({
    ...common,
    home: flat5,
    type: 'housing.complaint.received.v1',
    at: '2025-07-01T09:00:00Z',
    entry: { id: 'CE-1' },
    data: { complaintReference },
  });
  const ofRepairs = eventOf({
    type: 'housing.repair.raised.v1',
    at: '2025-07-01T09:00:00Z',
    home: flat4,
    system: 'repairs',
    entry: { id: 'CE-1' },
    data: { workOrderReference: 'R-1' as LocalReference, priority: 'high' },
  });
  const hub = hubThatHeard([received, elsewhere, ofRepairs], [withdrawn('CE-1')]);
  expect(hub.record(propertySubject(flat5))?.totals.complaints).toBe(1);
  expect(hub.record(home)?.totals).toMatchObject({ complaints: 0, repairs: 1 });
});

it('is told from the entry that does not correct: the same news with a correction is other news', () => {
  const plain = answered('CE-3', 'not-upheld', '2025-07-20T09:00:00Z');
  expect(fingerprintOf(right)).not.toBe(fingerprintOf(plain));
});
