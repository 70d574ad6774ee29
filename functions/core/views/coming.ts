import * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import { instantIn } from '../record/fact.ts';
import { sortedBy } from '../record/sorted-by.ts';
import type { OpenCase } from '../record/subject-record.ts';
import { endOfTenancy, isBelievedGone, startOfTenancy } from '../record/tenancies.ts';
import { localTimeSchema } from './local-times.ts';

/** Something that is to happen at a home, as an officer sees it. */
export const comingSchema = z.object({
  kind: z.enum(['tenancy-starts', 'tenancy-ends', 'visit', 'works']),
  at: localTimeSchema,
  system: z.string(),
  reference: z.string(),
});
type Coming = z.infer<typeof comingSchema>;

/** What is known to come after an instant, the soonest first. What was taken back is in no open case. */
export function comingOf(cases: readonly OpenCase[], at: Instant): Coming[] {
  const there = cases.filter(one => !isBelievedGone(one, at));
  const coming = there.flatMap(momentsOf).filter(moment => moment.at > at);
  return sortedBy(coming, moment => `${moment.at} ${moment.kind} ${moment.system} ${moment.reference}`);
}

function momentsOf(one: OpenCase): Coming[] {
  const { kind, system, reference, facts } = one;
  const moment = (what: Coming['kind'], at: Instant | undefined): Coming[] =>
    at === undefined ? [] : [{ kind: what, at, system, reference }];
  if (kind === 'tenancy') {
    return [...moment('tenancy-starts', startOfTenancy(one)), ...moment('tenancy-ends', endOfTenancy(one))];
  }
  if (kind === 'work-order') return moment('visit', instantIn(facts['appointment']));
  return kind === 'works' ? moment('works', instantIn(facts['from'])) : [];
}
