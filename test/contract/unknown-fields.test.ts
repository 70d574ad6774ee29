import { describe, expect, it } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { translate } from '../../functions/intake/item/translate.ts';
import { makeUnknownFields } from '../../functions/intake/item/unknown-fields.ts';
import { itemsIn, samplesOf } from '../support/adapter-samples.ts';

describe.each(adapters.map(adapter => [adapter.manifest.system, adapter] as const))(
  '%s',
  (system, adapter) => {
    const unknownIn = makeUnknownFields(adapter);
    const understood = samplesOf(system)
      .flatMap(sample => itemsIn(sample, adapter))
      .filter(item => 'drafts' in translate(item, adapter))
      .map(({ item }) => item as Record<string, unknown>);

    it('reads every field of its samples, or lists it as known and unused', () => {
      expect(understood.length).toBeGreaterThan(0);
      expect([...new Set(understood.flatMap(item => [...unknownIn(item)]))]).toEqual([]);
    });

    it('says of a field more what it is called, and nothing of what is in it', () => {
      for (const item of understood) {
        expect([...unknownIn({ ...item, moonPhase: 'Mrs A' })]).toEqual(['moonPhase']);
        expect([...unknownIn({ ...item, moonPhase: null })]).toEqual([]);
      }
    });
  },
);

describe('a field that is deeper', () => {
  const repairs = adapters.find(({ manifest }) => manifest.system === 'repairs');
  const update = {
    ...{ messageType: 'JobStatusUpdate', relatedWorkOrderReference: { id: 'R-1' } },
    ...{
      sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
      eventTime: '2025-06-05T10:00:00',
      typeCode: '0',
    },
  };
  const unknownIn = (item: object) => repairs && [...makeUnknownFields(repairs)({ ...update, ...item })];

  it('is told by its path, once, in whatever spelling of HACT', () => {
    expect(unknownIn({ Hazard: { Kind: 'damp-and-mould', depth: 3 } })).toEqual(['hazard.depth']);
    const operatives = [
      { nameFull: 'OP-1', shoes: 9 },
      { nameFull: 'OP-2', shoes: 8 },
    ];
    expect(unknownIn({ operativesAssigned: operatives })).toEqual(['operativesAssigned[].shoes']);
  });

  it('is told without its name where that is none: it may be somebody’s', () => {
    expect(unknownIn({ 'A, b@c 1970-01-01!': 1 })).toEqual(['(no name of a field)']);
  });

  it('is told of so many at the most', () => {
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`more${index}`, 1]));
    expect(unknownIn(many)).toHaveLength(20);
  });
});
