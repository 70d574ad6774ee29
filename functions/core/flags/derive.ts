import { flagDefinition } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { identityOf } from '../record/flag-identity.ts';
import { flagKey } from '../record/flag-rows.ts';
import { type DerivedFlag, type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import { decidedOf } from './decided.ts';
import { flagId } from './flag-id.ts';
import { deadlinesOf, stateOf } from './life.ts';
import { flagPlacesOf } from './places.ts';
import { type Standing, standingsOf } from './standing.ts';

/**
 * Every flag that lives on a subject at an instant, by flag key, each with its state: asserted by source systems, raised
 * or proposed by officers, or found by a rule. Those that are not in force are of no concern to whoever stands at the door.
 */
export function flagsOf(record: SubjectRecord, at: Instant): Record<string, DerivedFlag> {
  const places = flagPlacesOf(record, at);
  return Object.fromEntries(
    standingsOf(record, at).map(standing => [flagKey(standing), { ...flagOf(record, standing, at), places }]),
  );
}

function flagOf(
  { subject: on, decisions }: SubjectRecord,
  standing: Standing,
  at: Instant,
): Omit<DerivedFlag, 'places'> {
  const { code, since, sources, because } = standing;
  const { family, hangsOn, severity, instruction } = flagDefinition(code);
  const decided = decisions[flagKey(standing)];
  const deadlines = deadlinesOf(standing, decided);
  const identity = identityOf(standing);
  return {
    id: flagId({ ...identity, on }),
    ...identity,
    on,
    family,
    hangsOn,
    severity,
    instruction,
    state: stateOf(standing, deadlines, at),
    since,
    reviewDue: deadlines.reviewDue,
    sources,
    ...(hangsOn === 'person' && uprnOf(on) !== undefined && { unconfirmed: true as const }),
    ...(because === undefined ? {} : { because }),
    ...decidedOf(standing, decided),
  };
}
