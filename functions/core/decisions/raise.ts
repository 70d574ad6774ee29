import type * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import type { Agreement } from '../../../schemas/flags/agreement.ts';
import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import type { Officer } from '../../../schemas/officers.ts';
import type { attachmentSchema } from '../../../schemas/parts.ts';
import type { CalendarDate, Instant, LocalReference } from '../../../schemas/reference.ts';
import { identityOf } from '../record/flag-identity.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { tenanciesAt } from '../record/tenancies.ts';
import { daysAfter } from '../time/instants.ts';
import {
  conflict,
  type DecisionResult,
  decided,
  found,
  invalid,
  type RefusedDecision,
  sealed,
} from './result.ts';
import { isRaisedBy, refusedDay } from './situation.ts';
import { type On, refusedPlace } from './where.ts';

/** What an officer who raises or proposes a flag says of it. */
export interface Raising {
  code: FlagCode;
  basis: string;
  /** Whether the basis is about the home alone, and so for every team that works there. */
  basisAbout?: 'home' | 'people' | undefined;
  tenancyReference?: LocalReference | undefined;
  incidentAt?: Instant | undefined;
  reviewDue?: CalendarDate | undefined;
  evidence?: z.infer<typeof attachmentSchema>[] | undefined;
  agreement?: Agreement | undefined;
}

/** Who raises it, on what, and when. */
export interface Raised {
  officer: Officer;
  on: On;
  record: SubjectRecord | undefined;
  at: Instant;
  /** The id of the event: the reference of what this officer says. */
  reference: LocalReference;
}

/** Those of an officer's roles in which they may raise a flag; where there are none, all in which they may propose it. */
export function raisersOf(as: readonly Officer[], code: FlagCode): readonly Officer[] {
  const raisers = as.filter(({ team }) => flagDefinition(code).mayRaise.includes(team));
  return raisers.length > 0 ? raisers : as;
}

/** An officer raises a flag; one of a team that may not, proposes it: which of the two follows from the team. */
export function raise({ officer, on, record, at, reference }: Raised, raising: Raising): DecisionResult {
  const { basis, basisAbout, reviewDue, incidentAt, evidence, agreement, ...identity } = raising;
  const { code, tenancyReference } = identity;
  const { derived, mayRaise } = flagDefinition(code);
  if (derived === true && mayRaise.length === 0) {
    return invalid('code', 'A rule of the hub raises this flag by itself, and clears it');
  }
  const refused =
    refusedPlace(on, identity) ??
    (tenancyReference === undefined || isOpenTenancy(record, tenancyReference, at)
      ? undefined
      : invalid('tenancyReference', 'No tenancy of that reference is open here')) ??
    (reviewDue === undefined ? undefined : refusedDay('reviewDue', reviewDue, code, at)) ??
    refusedAgreement(code, agreement, at);
  if (refused !== undefined) return refused;
  if ((incidentAt ?? at) > at) return invalid('incidentAt', 'That is still to come');
  if (isRaisedBy(officer, identity, record)) {
    return conflict('You raised this flag already, and it stands: review it instead.');
  }
  const data = {
    ...identityOf(identity),
    localCode: code,
    localReference: reference,
    basis: basisAbout === 'home' ? found(basis) : sealed(basis),
    assertedBy: officer.role,
    raisedBy: officer,
    incidentAt,
    agreement,
    reviewDue,
    evidence,
  };
  return decided(eventContent('housing.flag.asserted.v1', data));
}

/** A flag rests on what the law lets its code rest on, and on nothing that is still to come. */
function refusedAgreement(
  code: FlagCode,
  agreement: Agreement | undefined,
  at: Instant,
): RefusedDecision | undefined {
  if (agreement === undefined) return undefined;
  const { agreements = [] } = flagDefinition(code);
  if (agreements.length === 0) {
    return invalid('agreement', 'This flag is held for a duty, whoever agrees: leave this out');
  }
  if (!agreements.includes(agreement.kind)) {
    return invalid('agreement.kind', `This flag may rest on: ${agreements.join(', ')}`);
  }
  const [path, day] =
    agreement.kind === 'consent'
      ? (['agreement.givenOn', agreement.givenOn] as const)
      : (['agreement.decidedOn', 'decidedOn' in agreement ? agreement.decidedOn : undefined] as const);
  return day !== undefined && day > daysAfter(at, 0) ? invalid(path, 'That is still to come') : undefined;
}

function isOpenTenancy(
  record: SubjectRecord | undefined,
  tenancyReference: LocalReference,
  at: Instant,
): boolean {
  return (
    record !== undefined &&
    tenanciesAt(record, at).some(({ reference }) => comparedKey(reference) === comparedKey(tenancyReference))
  );
}
