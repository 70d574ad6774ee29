import { describe, expect, it, test } from 'vitest';
import type { Place } from '../../../../functions/core/identity/place.ts';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import { type FlagSources, flagsOn } from '../../../../functions/core/views/property.ts';
import { type FlagCode, flagDefinitions } from '../../../../schemas/flags.ts';
import { propertySubject, type Uprn } from '../../../../schemas/reference.ts';
import { teamSchema } from '../../../../schemas/teams.ts';
import { eventOf, flat4, flat7, instant, larchHouse } from '../../../support/events.ts';

const at = '2025-06-02T09:00:00Z';
const ofBlocks = flagDefinitions.filter(({ hangsOn }) => hangsOn === 'block').map(({ code }) => code);
const asserted = (home: Uprn, code: FlagCode) => {
  const event = eventOf({
    ...{ type: 'housing.flag.asserted.v1', system: 'repairs', at, home },
    data: { code, localCode: code },
  });
  const nothing = { subject: propertySubject(home), version: 0, record: undefined, flags: {}, rows: {} };
  return foldEvents(nothing, [event], instant(at));
};

/** A flat of Larch House with a flag of its own, or none, below a block of which a flag is said. */
function flat(uprn: Uprn, blockCode: FlagCode, ownCode?: FlagCode): FlagSources {
  const place: Place = { uprn, status: 'approved', address: '', postcode: '', references: {} };
  return {
    at: instant(at),
    place: { ...place, blockUprn: larchHouse },
    property: ownCode === undefined ? undefined : asserted(uprn, ownCode),
    block: asserted(larchHouse, blockCode),
    household: {},
    predecessors: [],
  };
}

describe('a block’s flag', () => {
  test.each(ofBlocks)('%s shows on every home of the block, to every team, on what it hangs on', code => {
    for (const team of teamSchema.options) {
      const viewer = { teams: [team], teamOfSystem: () => undefined };
      const seen = [flat(flat4, code), flat(flat7, code)].map(home => flagsOn(home, viewer));
      expect(seen).toMatchObject(
        Array(2).fill([{ code, on: propertySubject(larchHouse), hangsOn: 'block' }]),
      );
    }
  });

  it('shows beside the home’s own, the worst first', () => {
    const viewer = { teams: ['repairs' as const], teamOfSystem: () => undefined };
    const flags = flagsOn(flat(flat4, 'lift-out-of-service', 'electrics-isolated'), viewer);
    expect(flags.map(({ code }) => code)).toEqual(['electrics-isolated', 'lift-out-of-service']);
  });
});
