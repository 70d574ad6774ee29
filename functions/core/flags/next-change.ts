import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import { flagKey } from '../record/flag-rows.ts';
import { type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import { tenancyChangesIn } from '../record/tenancies.ts';
import { rules } from '../rules/rules.ts';
import { startOf } from '../time/instants.ts';
import { deadlinesOf } from './life.ts';
import { standingsOf } from './standing.ts';

/**
 * The next instant after `at` at which time alone may change a subject's flags: a review falls due, it has waited too long, an
 * officer's word no longer goes before a rule's, a tenancy begins, ends or is believed gone, a source's own end of a flag has come, or an event leaves a rule's window. Nothing when only news can.
 */
export function nextChangeOf(record: SubjectRecord, at: Instant): Instant | undefined {
  const deadlines = standingsOf(record, at).flatMap(standing => {
    const { reviewDue, limit } = deadlinesOf(standing, record.decisions[flagKey(standing)]);
    return [startOf(reviewDue), limit];
  });
  const moments = [
    ...deadlines,
    ...tenancyChangesIn(record),
    ...endsIn(record),
    ...overridesIn(record).map(startOf),
    ...windowsOf(record),
  ];
  return moments.filter(moment => moment > at).sort()[0];
}

/** When flags end on the days that their sources gave. */
function endsIn({ heldFlags }: SubjectRecord): Instant[] {
  return Object.values(heldFlags).flatMap(({ endsOn }) => (endsOn === undefined ? [] : [startOf(endsOn)]));
}

/** The days up to which officers have overridden a rule. */
function overridesIn({ decisions }: SubjectRecord): CalendarDate[] {
  return Object.values(decisions).flatMap(({ decided }) => decided.cleared?.value.until ?? []);
}

function windowsOf(record: SubjectRecord): Instant[] {
  if (uprnOf(record.subject) === undefined) return [];
  return rules.flatMap(({ changesAt }) => changesAt(record));
}
