import fc from 'fast-check';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Instant, LocalReference, PersonReference, Uprn } from '../../schemas/reference.ts';
import { eventOf, instant } from './events.ts';

const day = 24 * 3_600_000;

/** What may be said of a few tenancies at a few homes: that they begin or end, are to, or are not to after all. */
export function anyOfTenancies(
  at: fc.Arbitrary<string>,
  home: fc.Arbitrary<Uprn>,
  person: fc.Arbitrary<PersonReference>,
): fc.Arbitrary<SystemEvent> {
  const tenancyReference = fc.integer({ min: 1, max: 3 }).map(n => `T-${n}` as LocalReference);
  return fc
    .record({ at, home, person, tenancyReference, what: fc.nat(7), days: fc.integer({ min: 1, max: 12 }) })
    .map(({ what, days, tenancyReference: reference, ...said }) => {
      const common = { at: said.at, home: said.home, persons: [said.person], system: 'tenancy' };
      const data = { tenancyReference: reference };
      const [member, then] = [{ person: said.person, responsible: true }, later(said.at, days)];
      const begun = { ...data, tenure: 'Secure', household: [member] };
      const changed = { ...data, member, endsAt: then };
      if (what === 0) return eventOf({ ...common, type: 'housing.tenancy.ended.v1', data });
      if (what === 1) {
        const left = { ...data, member, change: 'left' as const };
        return eventOf({ ...common, type: 'housing.tenancy.household-changed.v1', data: left });
      }
      if (what === 2) {
        const joined = { ...changed, change: 'joined' as const };
        return eventOf({ ...common, type: 'housing.tenancy.household-changed.v1', data: joined });
      }
      if (what === 3) {
        const coming = { ...begun, startsAt: then };
        return eventOf({ ...common, type: 'housing.tenancy.start-announced.v1', data: coming });
      }
      if (what === 4) {
        const coming = { ...data, endsAt: then };
        return eventOf({ ...common, type: 'housing.tenancy.end-announced.v1', data: coming });
      }
      if (what === 5) return eventOf({ ...common, type: 'housing.tenancy.end-withdrawn.v1', data });
      return eventOf({ ...common, type: 'housing.tenancy.started.v1', data: begun });
    });
}

function later(at: string, days: number): Instant {
  return instant(new Date(Date.parse(at) + days * day).toISOString());
}
