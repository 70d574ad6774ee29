import { describe, expect, it } from 'vitest';
import { completeEvent, type Draft } from '../../../../functions/core/envelope/complete-event.ts';
import { written } from '../../../../functions/core/envelope/written-event.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import type { LocalReference, SystemName } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const at = instant('2025-06-02T07:40:00Z');

/** The event that a draft becomes, of one system or another. */
function completed(more: Partial<Draft>, system = 'leaks') {
  const data = { leakReference: 'LFA-1' as LocalReference };
  const draft = {
    ...{ type: 'housing.leak.reported.v1', happened: { at, basis: 'offset' }, data },
    ...more,
  } as Draft;
  const origin = { system: system as SystemName, item: 'x', heardAt: at };
  const result = completeEvent(draft, 0, { home: flat4 }, origin);
  if (!result.ok) throw result.error;
  return result.event;
}

describe('what an event belongs to', () => {
  it('is itself where the vendor names nothing', () => {
    const event = completed({});
    expect([event.correlationid, event.causationid]).toEqual([event.id, event.id]);
  });

  it('is what the vendor names: as it is where that is a UUID, else one made of it and the system', () => {
    const uuid = '6f1f4d0e-6c3b-4f43-9d1f-0a6a3a0b2c11';
    expect(completed({ vendorCorrelationId: uuid }).correlationid).toBe(uuid);
    const made = completed({ vendorCorrelationId: 'call 7' }).correlationid;
    expect(completed({ vendorCorrelationId: 'call 7', vendorEventId: 'other' }).correlationid).toBe(made);
    expect(made).not.toBe(completed({}).id);
    expect(completed({ vendorCorrelationId: 'call 7' }, 'repairs').correlationid).not.toBe(made);
  });
});

it('an entry that corrects none says so by silence', () => {
  expect(completed({ entry: { id: 'E-1' } })).not.toHaveProperty('corrects');
  expect(completed({ entry: { id: 'E-1', corrects: 'E-0' } })).toMatchObject({
    corrects: completed({ entry: { id: 'E-0' } }).entryid,
  });
});

it('an event with a field that its schema lacks is not written, and it is said which', () => {
  const event = eventOf({
    ...{ type: 'housing.leak.reported.v1', at, home: flat4 },
    data: { leakReference: 'LFA-1' as LocalReference },
  });
  expect(written(eventSchema, event)).toEqual({ ok: true, event });
  const more = { ...event, data: { ...event.data, unheardOf: 1 } };
  expect(written(eventSchema, more)).toMatchObject({
    ok: false,
    error: { issues: [{ path: ['data', 'unheardOf'] }] },
  });
});
