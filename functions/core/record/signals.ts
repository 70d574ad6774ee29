import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { laterOf } from '../time/instants.ts';
import type { Effects } from './effect.ts';
import { basisOf } from './observed.ts';
import { keepLatest, lastWriter, type Stamp } from './registers.ts';
import { caseKey, systemOf } from './rows.ts';
import type { SamePerson, SubjectRecord, WorkOrderClosing } from './subject-record.ts';

/** How many leaks, access attempts and closed work orders a record remembers; older ones are in the timeline. */
const windowLength = 12;
/** How many findings are pointed to: one that an officer may not see still leaves an earlier one. */
const findingsKept = 3;
/** How many decisions about who is who it remembers: far more than are taken about one person or household. */
const linksKept = 40;

/** The record after one more event that counts: its windows, totals and when each source was heard last. */
export function withSignals(record: SubjectRecord, event: SystemEvent, effects: Effects): SubjectRecord {
  const stamp: Stamp = { at: event.time, rank: 0, id: event.id };
  const totals = { ...record.totals, events: record.totals.events + 1 };
  if (effects.total !== undefined) totals[effects.total] += 1;
  const heard = record.feeds[systemOf(event)];
  const feeds = {
    ...record.feeds,
    [systemOf(event)]: heard !== undefined && heard > event.time ? heard : event.time,
  };
  const { leak, access, finding, details, link, same } = effects;
  const closing = closingOf(event, effects);
  return {
    ...record,
    totals,
    feeds,
    leaks: leak === undefined ? record.leaks : keepLatest(record.leaks, { ...stamp, ...leak }, windowLength),
    access:
      access === undefined
        ? record.access
        : keepLatest(record.access, { ...stamp, ...basisOf(event), ...access }, windowLength),
    closings:
      closing === undefined
        ? record.closings
        : keepLatest(record.closings, { ...stamp, ...closing }, windowLength),
    ...(finding === true && {
      findings: keepLatest(record.findings ?? [], { ...stamp, ...basisOf(event) }, findingsKept),
    }),
    links: link === undefined ? record.links : keepLatest(record.links, { ...stamp, ...link }, linksKept),
    ...(details === undefined ? {} : { details: lastWriter(record.details, { ...stamp, value: details }) }),
    ...(same === undefined ? {} : withSame(record, same, stamp)),
    ...tenancyEnd(record, event, effects),
  };
}

/** It grows with decisions about who is who alone, and those are refused beyond a few (`same-person.ts`). */
function withSame(
  { sameAs = {} }: SubjectRecord,
  { person, holds }: SamePerson,
  stamp: Stamp,
): Pick<SubjectRecord, 'sameAs'> {
  return { sameAs: { ...sameAs, [person]: lastWriter(sameAs[person], { ...stamp, value: holds }) } };
}

/** Only the latest end matters, and only where nobody has moved in since. */
function tenancyEnd(
  { tenancyEndedAt: before }: SubjectRecord,
  { time }: SystemEvent,
  { case: step }: Effects,
): Pick<SubjectRecord, 'tenancyEndedAt'> {
  if (step?.kind !== 'tenancy' || step.open !== false) return {};
  return { tenancyEndedAt: before === undefined ? time : laterOf(before, time) };
}

/** The work order that an event closes, if it closes one, by the key of its case. */
function closingOf(event: SystemEvent, effects: Effects): Pick<WorkOrderClosing, 'workOrder'> | undefined {
  if (effects.case?.kind !== 'work-order' || effects.case.open !== false) return undefined;
  return { workOrder: caseKey(systemOf(event), effects.case) };
}
