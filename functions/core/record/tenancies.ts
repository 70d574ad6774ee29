import type { Instant } from '../../../schemas/reference.ts';
import { secondsAfter } from '../time/instants.ts';
import { instantIn } from './fact.ts';
import type { OpenCase, SubjectRecord } from './subject-record.ts';
import { endsFact, startsFact } from './tenancy-case.ts';

/**
 * How many days a tenancy that is missing from its source's list is asked about before the list is believed: a list that
 * failed on the Friday of a long weekend is put right by then. An end that somebody said counts at once.
 */
const daysAsked = 5;

/** When a tenancy that is missing counts as ended, unless anything of it is heard before. */
function believedGoneAt({ missingSince }: OpenCase): Instant | undefined {
  return missingSince === undefined ? undefined : secondsAfter(missingSince, daysAsked * 24 * 60 * 60);
}

/** Whether nobody answers any more for a tenancy that is missing from its source's list. */
export function isBelievedGone(one: OpenCase, at: Instant): boolean {
  const gone = believedGoneAt(one);
  return gone !== undefined && at >= gone;
}

/** When a tenancy is to begin, where that was still to come when it was said. */
export function startOfTenancy({ facts }: Pick<OpenCase, 'facts'>): Instant | undefined {
  return instantIn(facts[startsFact]);
}

/** When a tenancy is to end, or has, with no further message. */
export function endOfTenancy({ facts }: Pick<OpenCase, 'facts'>): Instant | undefined {
  return instantIn(facts[endsFact]);
}

/** The tenancies of a subject that are in force at an instant, those in doubt among them. */
export function tenanciesAt({ openCases }: Pick<SubjectRecord, 'openCases'>, at: Instant): OpenCase[] {
  return Object.values(openCases).filter(one => {
    const [starts, ends] = [startOfTenancy(one), endOfTenancy(one)];
    const hasBegun = starts === undefined || starts <= at;
    const hasEnded = ends !== undefined && ends <= at;
    return one.kind === 'tenancy' && hasBegun && !hasEnded && !isBelievedGone(one, at);
  });
}

/** Those in force of which their source's list says nothing any more. */
export function tenanciesInDoubt(record: Pick<SubjectRecord, 'openCases'>, at: Instant): OpenCase[] {
  return tenanciesAt(record, at).filter(({ missingSince }) => missingSince !== undefined);
}

/** The instants at which time alone changes which tenancies are in force. */
export function tenancyChangesIn({ openCases }: Pick<SubjectRecord, 'openCases'>): Instant[] {
  return Object.values(openCases)
    .filter(({ kind }) => kind === 'tenancy')
    .flatMap(one => [startOfTenancy(one), endOfTenancy(one), believedGoneAt(one)])
    .filter(moment => moment !== undefined);
}
