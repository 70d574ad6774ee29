import { describe, expect, it } from 'vitest';
import { HubError } from '../../../../functions/shell/errors.ts';
import { type FlagCode, flagDefinitions } from '../../../../schemas/flags.ts';
import type { LocalReference, Uprn } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, larchHouse } from '../../../support/events.ts';

const reported = (overrides: object = {}) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: '2025-06-02T07:40:00Z',
    home: flat4,
    source: flat7,
    block: larchHouse,
    vendorEventId: 'v-1',
    data: { leakReference: 'LFA-1' as LocalReference },
    ...overrides,
  });

describe('completeEvent', () => {
  it('names every subject that the event touches, the home first', () => {
    expect(reported().subject).toBe(`property/${flat4}`);
    expect(reported().data.subjects).toEqual([
      { subject: `property/${flat4}`, role: 'home' },
      { subject: `property/${flat7}`, role: 'source' },
      { subject: `property/${larchHouse}`, role: 'block' },
    ]);
  });

  it('gives the same news the same id, whenever it is heard', () => {
    expect(reported({ heardAt: '2025-06-09T09:00:00Z' }).id).toBe(reported().id);
    expect(reported({ vendorEventId: 'v-2' }).id).not.toBe(reported().id);
    expect(reported({ system: 'repairs' }).id).not.toBe(reported().id);
  });

  it('gives what the hub noticed an id that no message of the vendor can have', () => {
    const text = 'snapshot open-jobs 7 R-1';
    const noticed = reported({ noticedAs: text }).id;
    expect(reported({ noticedAs: text, vendorEventId: 'v-2' }).id).toBe(noticed);
    expect(reported({ vendorEventId: text }).id).not.toBe(noticed);
    expect(reported({ vendorEventId: `noticed ${text}` }).id).not.toBe(noticed);
  });

  it('does not count a home as its own source or block', () => {
    const own = reported({ source: flat4, block: flat4 });
    expect(own.data.subjects).toEqual([{ subject: `property/${flat4}`, role: 'home' }]);
  });

  it('touches the block only where the event type reaches it', () => {
    const raised = eventOf({
      type: 'housing.repair.raised.v1',
      at: '2025-06-02T07:40:00Z',
      home: flat4,
      block: larchHouse,
      data: { workOrderReference: 'R-1' as LocalReference, priority: 'emergency' },
    });
    expect(raised.data.subjects).toEqual([{ subject: `property/${flat4}`, role: 'home' }]);
  });

  it('touches the block with what is wrong with a block, and with nothing that is wrong with a home', () => {
    const said = (code: FlagCode, type: 'asserted' | 'withdrawn', block?: Uprn) =>
      eventOf({
        type: `housing.flag.${type}.v1` as const,
        ...{ at: '2025-06-02T07:40:00Z', home: flat4, data: { code, localCode: code } },
        ...(block !== undefined && { block }),
      }).data.subjects;
    const home = { subject: `property/${flat4}`, role: 'home' };
    const block = { subject: `property/${larchHouse}`, role: 'block' };
    for (const { code, hangsOn } of flagDefinitions)
      for (const type of ['asserted', 'withdrawn'] as const) {
        expect(said(code, type, larchHouse)).toEqual(hangsOn === 'block' ? [home, block] : [home]);
        expect(said(code, type)).toEqual([home]);
      }
  });

  it('refuses subjects that a draft names itself, instead of putting others in their place', () => {
    const own = { leakReference: 'LFA-1' as LocalReference, subjects: [] };
    expect(() => reported({ data: own })).toThrow(/data\/subjects: .*name those, and leave this out/);
  });

  it('refuses what only the hub says', () => {
    expect(() => reported({ type: 'housing.flag.raised.v1' })).toThrow(HubError);
  });
});
