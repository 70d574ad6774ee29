import type { Instant } from '../../../schemas/reference.ts';
import { secondsAfter } from '../time/instants.ts';
import type { OpenCase, SubjectRecord } from './subject-record.ts';

/**
 * How many days a tenancy that is missing from its source's list is asked about before the list is believed: a list that
 * failed on the Friday of a long weekend is put right by then. An end that somebody said counts at once.
 */
const daysAsked = 5;

/** When a tenancy that is missing counts as ended, unless anything of it is heard before. */
function believedGoneAt({ missingSince }: OpenCase): Instant | undefined {
  return missingSince === undefined ? undefined : secondsAfter(missingSince, daysAsked * 24 * 60 * 60);
}

/** The tenancies of a subject that are in force at an instant, those in doubt among them. */
export function tenanciesAt({ openCases }: Pick<SubjectRecord, 'openCases'>, at: Instant): OpenCase[] {
  return Object.values(openCases).filter(one => {
    const gone = believedGoneAt(one);
    return one.kind === 'tenancy' && (gone === undefined || at < gone);
  });
}

/** Those in force of which their source's list says nothing any more. */
export function tenanciesInDoubt(record: Pick<SubjectRecord, 'openCases'>, at: Instant): OpenCase[] {
  return tenanciesAt(record, at).filter(({ missingSince }) => missingSince !== undefined);
}

/** The instants at which time alone changes which tenancies are in force. */
export function tenancyChangesIn({ openCases }: Pick<SubjectRecord, 'openCases'>): Instant[] {
  return Object.values(openCases).flatMap(one => believedGoneAt(one) ?? []);
}
