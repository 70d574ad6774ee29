import fc from 'fast-check';
import { isSystemsToSay } from '../../functions/adapters/connected.ts';
import { derivedId } from '../../functions/core/envelope/derived-id.ts';
import { systemOf } from '../../functions/core/record/rows.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { officersSource } from '../../schemas/officers.ts';
import type { CalendarDate, LocalReference } from '../../schemas/reference.ts';
import { anyDecision } from './arbitrary-decisions.ts';
import { anyOfTenancies } from './arbitrary-tenancies.ts';
import { alderCourt2, eventOf, flat4, flat5, flat7, instant, larchHouse, mrB, mrsA } from './events.ts';

const homes = fc.constantFrom(flat4, flat5, flat7, alderCourt2);
const systems = fc.constantFrom('leaks', 'repairs', 'tenancy', 'complaints');
/** In capitals or not: of one system it is the same key. */
const reference = (prefix: string) =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(prefix, prefix.toLowerCase()))
    .map(([n, said]) => `${said}-${n}` as LocalReference);
/** Few distinct instants, so that ties are common. */
const at = fc
  .integer({ min: 0, max: 30 })
  .map(n => new Date(Date.UTC(2025, 5, 2) + n * 6 * 3_600_000).toISOString());
const person = fc.constantFrom(mrsA, mrB);

const leak = fc
  .record({ at, home: homes, source: homes, leakReference: reference('L'), what: fc.nat(4) })
  .map(e => {
    const common = { at: e.at, home: e.home, source: e.source, block: larchHouse };
    const data = { leakReference: e.leakReference };
    if (e.what === 0) return eventOf({ ...common, type: 'housing.leak.contained.v1', data });
    if (e.what === 1) return eventOf({ ...common, type: 'housing.leak.resolved.v1', data });
    if (e.what === 2)
      return eventOf({ ...common, type: 'housing.leak.traced.v1', data: { ...data, cause: 'overflow' } });
    return eventOf({ ...common, type: 'housing.leak.reported.v1', data });
  });

/** Of leaks without a reference, whose reports, steps and ends may come in any order. */
const unnamedLeak = fc
  .record({
    ...{
      at,
      home: homes,
      source: fc.option(homes, { nil: flat7 }),
      system: fc.constantFrom('leaks', 'repairs'),
    },
    step: fc.constantFrom(
      'reported' as const,
      'reported' as const,
      'contained' as const,
      'resolved' as const,
    ),
  })
  .map(({ step, ...happening }) =>
    eventOf({ ...happening, block: larchHouse, type: 'housing.leak.noted.v1', data: { step } }),
  );

const repair = fc.record({ at, home: homes, workOrderReference: reference('R'), what: fc.nat(4) }).map(e => {
  const common = { at: e.at, home: e.home, system: 'repairs' };
  const data = { workOrderReference: e.workOrderReference };
  if (e.what === 0)
    return eventOf({
      ...common,
      type: 'housing.repair.no-access-recorded.v1',
      data: { ...data, inPerson: true },
    });
  if (e.what === 1)
    return eventOf({
      ...common,
      type: 'housing.repair.attended.v1',
      data: { ...data, outcome: 'worked-on' },
    });
  if (e.what === 2)
    return eventOf({ ...common, type: 'housing.repair.completed.v1', data: { ...data, evidence: [] } });
  return eventOf({ ...common, type: 'housing.repair.raised.v1', data: { ...data, priority: 'high' } });
});

const tenancy = anyOfTenancies(at, homes, person);

const flag = fc
  .record({
    ...{ at, system: systems, person, home: homes },
    ...{ onPerson: fc.boolean(), asserted: fc.boolean(), approved: fc.boolean() },
    atHome: fc.constantFrom('asbestos' as const, 'lift-out-of-service' as const),
    endsOn: fc.option(fc.constantFrom('2025-06-04', '2025-06-20', '2025-08-01'), { freq: 3 }),
  })
  .map(e => {
    const on = e.onPerson ? { persons: [e.person] } : { home: e.home, block: larchHouse };
    const code = e.onPerson ? ('do-not-visit-alone' as const) : e.atHome;
    const common = { at: e.at, system: e.system, ...on };
    const data = { code, localCode: 'X' };
    if (!e.asserted) return eventOf({ ...common, type: 'housing.flag.withdrawn.v1', data });
    const approvedBy = e.approved ? { approvedBy: 'head of service' } : {};
    const end = e.endsOn === null ? {} : { endsOn: e.endsOn as CalendarDate };
    const asserted = { ...data, ...approvedBy, ...end };
    return eventOf({ ...common, type: 'housing.flag.asserted.v1', data: asserted });
  });

const tenancyFlag = fc
  .record({ at, system: systems, home: homes, tenancyReference: reference('T'), asserted: fc.boolean() })
  .map(({ at: happened, system, home, tenancyReference, asserted }) => {
    const type = asserted ? ('housing.flag.asserted.v1' as const) : ('housing.flag.withdrawn.v1' as const);
    const data = { code: 'termination-requested' as const, localCode: 'TERM', tenancyReference };
    return eventOf({ at: happened, system, home, type, data });
  });

/** Openings and closings of few cases, so that each comes with and without the other. */
export const anyClosable: fc.Arbitrary<SystemEvent> = fc
  .record({ at, home: homes, reference: reference('C'), what: fc.nat(6) })
  .map(({ at: happened, home, reference: key, what }) => {
    const repair = { at: happened, home, system: 'repairs' };
    const complaint = { at: happened, home, system: 'complaints' };
    const claim = { at: happened, home, system: 'disrepair' };
    const data = { workOrderReference: key };
    if (what === 0)
      return eventOf({ ...repair, type: 'housing.repair.completed.v1', data: { ...data, evidence: [] } });
    if (what === 1) return eventOf({ ...repair, type: 'housing.repair.cancelled.v1', data });
    if (what === 2)
      return eventOf({
        ...complaint,
        type: 'housing.complaint.received.v1',
        data: { complaintReference: key },
      });
    if (what === 3)
      return eventOf({
        ...complaint,
        type: 'housing.complaint.closed.v1',
        data: { complaintReference: key },
      });
    if (what === 4)
      return eventOf({
        ...claim,
        type: 'housing.disrepair.claim-received.v1',
        data: { claimReference: key, defects: [{ hazard: 'damp-and-mould' }] },
      });
    if (what === 5)
      return eventOf({
        ...claim,
        type: 'housing.disrepair.claim-closed.v1',
        data: { claimReference: key, outcome: 'settled' },
      });
    return eventOf({ ...repair, type: 'housing.repair.raised.v1', data: { ...data, priority: 'high' } });
  });

/** What several systems say of the same kinds of hazard at a home. */
const hazard = fc
  .record({
    at,
    system: systems,
    home: homes,
    hazard: fc.constantFrom('damp-and-mould' as const, 'fire' as const),
    what: fc.nat(6),
  })
  .map(({ what, hazard: kind, ...happening }) => {
    const data = { hazard: kind };
    if (what === 0) return eventOf({ ...happening, type: 'housing.hazard.made-safe.v1', data });
    if (what === 1)
      return eventOf({
        ...happening,
        type: 'housing.hazard.investigated.v1',
        data: { ...data, result: 'none' },
      });
    if (what === 2) return eventOf({ ...happening, type: 'housing.hazard.works-completed.v1', data });
    if (what === 3)
      return eventOf({
        ...happening,
        type: 'housing.hazard.closed.v1',
        data: { ...data, outcome: 'remedied' },
      });
    return eventOf({ ...happening, type: 'housing.hazard.suspected.v1', data });
  });

const entry = fc.record({ id: fc.nat(3), corrects: fc.option(fc.nat(3), { nil: undefined }) });

/** An event as it is when its system keeps entries that later entries can correct. */
function ofEntry(
  event: SystemEvent,
  { id, corrects }: { id: number; corrects: number | undefined },
): SystemEvent {
  const entryId = (number: number) => derivedId(event.source, 'entry', number);
  return {
    ...event,
    id: derivedId(event.id, id, corrects ?? null),
    entryid: entryId(id),
    ...(corrects === undefined ? {} : { corrects: entryId(corrects) }),
  };
}

/** That the two people are one, or two, as somebody decided at some time. */
export const anyIdentity: fc.Arbitrary<SystemEvent> = fc
  .record({ at, holds: fc.boolean() })
  .map(({ at: happened, holds }) => identity(happened, holds));

/** An officer finds the two people to be one, or two. */
export function identity(happened: string, holds: boolean, pair = [mrsA, mrB] as const): SystemEvent {
  const decidedBy = { officer: 'a.okafor', role: 'housing-officer', team: 'resident-services' as const };
  const [person, other] = pair;
  return eventOf({
    ...{ at: happened, system: 'officers', persons: [...pair] },
    type: holds ? 'housing.person.merged.v1' : 'housing.person.separated.v1',
    data: { person, other, reason: { text: 'because', classification: 'personal' }, decidedBy },
  });
}

const observation = fc.record({ observedAt: at, inferred: fc.boolean() });
const endings = /\.(ended|withdrawn|completed|cancelled|closed|claim-closed|resolved)\.v1$/;

/** A row that is gone ends something; one that is there still confirms a flag. */
function inferredBy(type: SystemEvent['type']) {
  if (endings.test(type)) return 'absence' as const;
  return type === 'housing.flag.asserted.v1' ? ('presence' as const) : undefined;
}

/** An event as a full extract has it: seen at another time than it happened, or inferred from what is gone or still there. */
function ofExtract(
  event: SystemEvent,
  { observedAt, inferred }: { observedAt: string; inferred: boolean },
): SystemEvent {
  const inferredfrom = !inferred ? undefined : inferredBy(event.type);
  return {
    ...event,
    id: derivedId(event.id, observedAt, inferredfrom),
    observedtime: instant(observedAt),
    ...(inferredfrom === undefined ? {} : { inferredfrom }),
  };
}

/**
 * Any event over five properties and two people, who may be one, of which several concern the same cases; some come of entries that are
 * corrected, before they are heard or afterwards, and by entries that are corrected themselves; some are of full extracts.
 * What officers say is neither.
 */
export const anyEvent: fc.Arbitrary<SystemEvent> = fc
  .tuple(
    fc.oneof(
      leak,
      unnamedLeak,
      repair,
      tenancy,
      flag,
      tenancyFlag,
      anyDecision(at, homes),
      anyClosable,
      hazard,
      anyIdentity,
    ),
    fc.option(entry),
    fc.option(observation),
  )
  .map(([event, given, seen]) => {
    if (event.source === officersSource) return event;
    const observed = seen === null ? event : ofExtract(event, seen);
    return given === null ? observed : ofEntry(observed, given);
  });

/** The same events in another order, each at least once and some again, cut into batches. */
export function anyHearing(events: readonly SystemEvent[]): fc.Arbitrary<SystemEvent[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 }),
    )
    .map(([order, sizes]) => cut(order, sizes));
}

function cut(events: readonly SystemEvent[], sizes: readonly number[]): SystemEvent[][] {
  const batches: SystemEvent[][] = [];
  let rest = [...events];
  for (let turn = 0; rest.length > 0; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    batches.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return batches;
}

/** Any that is its system's to say: what the record takes from the bus. */
export const anyOwnEvent: fc.Arbitrary<SystemEvent> = anyEvent.filter(event =>
  isSystemsToSay(systemOf(event), event.type),
);
