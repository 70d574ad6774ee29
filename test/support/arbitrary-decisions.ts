import fc from 'fast-check';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Officer } from '../../schemas/officers.ts';
import type { CalendarDate, Instant, LocalReference, Uprn } from '../../schemas/reference.ts';
import { eventOf, mrB, mrsA } from './events.ts';

/** One that may raise what is flagged here, one that may only propose it, and one to approve it. */
const officers: readonly Officer[] = [
  { officer: 'a.okafor', role: 'enforcement-officer', team: 'tenancy-enforcement' },
  { officer: 'd.hale', role: 'repairs-officer', team: 'repairs' },
  { officer: 'j.lindqvist', role: 'manager', team: 'management' },
];
const sealed = (text: string) => ({ text, classification: 'personal' as const });
const kinds = [
  'raised',
  'approved',
  'refused',
  'refused-clearance',
  'reviewed',
  'clearance-requested',
  'clearance-decided',
  'overridden',
  'person-told',
  'withdrawn',
] as const;

type Kind = (typeof kinds)[number];
type Common = Pick<Parameters<typeof eventOf>[0], 'at' | 'system' | 'home' | 'persons'>;
type Flag = { code: 'do-not-visit-alone' | 'asbestos' | 'recurrent-leak' };

function happeningOf(kind: Kind, common: Common, flag: Flag, by: Officer, number: number): SystemEvent {
  const decision = { ...flag, decidedBy: by };
  const reason = sealed('because');
  const localReference = `raised-${number}` as LocalReference;
  switch (kind) {
    case 'raised': {
      const data = { ...flag, localCode: 'raised', localReference, raisedBy: by };
      return eventOf({ ...common, type: 'housing.flag.asserted.v1', data });
    }
    case 'withdrawn':
      return eventOf({
        ...common,
        // Officers clear; it is systems that withdraw.
        system: 'tenancy',
        type: 'housing.flag.withdrawn.v1',
        data: { ...flag, localCode: 'raised', localReference },
      });
    case 'approved':
      return eventOf({ ...common, type: 'housing.flag.approved.v1', data: decision });
    case 'refused':
    case 'refused-clearance': {
      const refuses = kind === 'refused' ? ('raising' as const) : ('clearance' as const);
      return eventOf({ ...common, type: 'housing.flag.refused.v1', data: { ...decision, refuses, reason } });
    }
    case 'reviewed': {
      const until = `2025-0${7 + number}-01` as CalendarDate;
      return eventOf({ ...common, type: 'housing.flag.reviewed.v1', data: { ...decision, until, reason } });
    }
    case 'clearance-requested':
      return eventOf({
        ...common,
        type: 'housing.flag.clearance-requested.v1',
        data: { ...decision, reason },
      });
    case 'clearance-decided':
    case 'overridden': {
      const until = kind === 'overridden' ? { until: '2025-07-15' as CalendarDate } : {};
      const data = { ...decision, reason, ...until };
      return eventOf({ ...common, type: 'housing.flag.clearance-decided.v1', data });
    }
    case 'person-told': {
      const informedAt = '2025-06-20T10:00:00.000Z' as Instant;
      const told = number === 0 ? { notInformedBecause: reason } : { informedAt };
      return eventOf({ ...common, type: 'housing.flag.person-told.v1', data: { ...decision, told } });
    }
  }
}

/** Anything that officers say of few flags, and what a system takes back: of a person, of a home, and of a rule. */
export function anyDecision(at: fc.Arbitrary<string>, homes: fc.Arbitrary<Uprn>): fc.Arbitrary<SystemEvent> {
  return fc
    .record({
      at,
      home: homes,
      person: fc.constantFrom(mrsA, mrB),
      code: fc.constantFrom('do-not-visit-alone' as const, 'asbestos' as const, 'recurrent-leak' as const),
      kind: fc.constantFrom(...kinds),
      by: fc.constantFrom(...officers),
      number: fc.nat(2),
    })
    .map(({ home, person, code, kind, by, number, at: happened }) => {
      const on = code === 'do-not-visit-alone' ? { persons: [person] } : { home };
      return happeningOf(kind, { at: happened, system: 'officers', ...on }, { code }, by, number);
    });
}
