import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { FlagCode } from '../../schemas/flags.ts';
import type { Officer } from '../../schemas/officers.ts';
import type { CalendarDate, LocalReference } from '../../schemas/reference.ts';
import { eventOf, flat4, mrB } from './events.ts';

export const okafor: Officer = {
  officer: 'a.okafor',
  role: 'enforcement-officer',
  team: 'tenancy-enforcement',
};
export const lindqvist: Officer = { officer: 'j.lindqvist', role: 'manager', team: 'management' };
export const hale: Officer = { officer: 'd.hale', role: 'repairs-officer', team: 'repairs' };

const reason = { text: 'Because.', classification: 'personal' as const };

/** Everything that can be said of one flag: by systems, and by officers through the hub. On Mr B, or on flat 4. */
export function sayingsOf(code: FlagCode, on: 'person' | 'home' = 'person') {
  const where = on === 'person' ? { persons: [mrB] } : { home: flat4 };
  const officers = { ...where, system: 'officers' };
  return {
    /** A system says it, and that a second person approved it there. */
    asserts: (system: string, at: string, localReference?: string): SystemEvent =>
      eventOf({
        ...where,
        type: 'housing.flag.asserted.v1',
        system,
        at,
        data: {
          ...{ code, localCode: 'X', approvedBy: 'head of service' },
          localReference: localReference as LocalReference | undefined,
        },
      }),
    /** A system says it, and nothing of a second person. */
    alleges: (system: string, at: string): SystemEvent =>
      eventOf({ ...where, type: 'housing.flag.asserted.v1', system, at, data: { code, localCode: 'X' } }),
    withdraws: (system: string, at: string, localReference?: string): SystemEvent =>
      eventOf({
        ...where,
        type: 'housing.flag.withdrawn.v1',
        system,
        at,
        data: { code, localCode: 'X', localReference: localReference as LocalReference | undefined },
      }),
    /** A system says that it was never so. */
    neverHeld: (system: string, at: string): SystemEvent =>
      eventOf({
        ...where,
        type: 'housing.flag.withdrawn.v1',
        system,
        at,
        data: { code, localCode: 'X', enteredInError: true },
      }),
    raises: (raisedBy: Officer, at: string): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.asserted.v1',
        at,
        data: {
          code,
          localCode: code,
          localReference: `${raisedBy.officer} ${at}` as LocalReference,
          raisedBy,
        },
      }),
    approves: (decidedBy: Officer, at: string): SystemEvent =>
      eventOf({ ...officers, type: 'housing.flag.approved.v1', at, data: { code, decidedBy } }),
    refuses: (decidedBy: Officer, at: string, refuses: 'raising' | 'clearance' = 'raising'): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.refused.v1',
        at,
        data: { code, decidedBy, refuses, reason },
      }),
    reviews: (decidedBy: Officer, at: string, until: string): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.reviewed.v1',
        at,
        data: { code, decidedBy, until: until as CalendarDate, reason },
      }),
    requestsClearance: (decidedBy: Officer, at: string, enteredInError?: true): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.clearance-requested.v1',
        at,
        data: { code, decidedBy, reason, enteredInError },
      }),
    clears: (decidedBy: Officer, at: string, until?: string, enteredInError?: true): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.clearance-decided.v1',
        at,
        data: { code, decidedBy, reason, until: until as CalendarDate | undefined, enteredInError },
      }),
    tells: (decidedBy: Officer, at: string, informed: boolean): SystemEvent =>
      eventOf({
        ...officers,
        type: 'housing.flag.person-told.v1',
        at,
        data: {
          code,
          decidedBy,
          told: informed
            ? { informedAt: new Date(at).toISOString() as never }
            : { notInformedBecause: reason },
        },
      }),
  };
}
