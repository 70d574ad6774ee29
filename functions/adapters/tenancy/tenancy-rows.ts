import { eventContent } from '../../../schemas/event-content.ts';
import type { LocalReference, PersonReference } from '../../../schemas/reference.ts';
import type { EventDraft, HappenedAt, HomeLocator } from '../contract.ts';

/** A row of the list of tenancies: one tenancy, with its household. */
export interface Tenancy {
  tenancy: LocalReference;
  home: HomeLocator;
  tenure: string;
  start?: HappenedAt | undefined;
  end?: HappenedAt | undefined;
  household: readonly { person: PersonReference; responsible: boolean }[];
}

/** Whom and what all that is said of a tenancy concerns. */
function about({ home, household }: Tenancy) {
  return { home, persons: household.map(({ person }) => person) };
}

/** A date that is to come when the list is handed in, or none. */
function toCome(date: HappenedAt | undefined, seen: HappenedAt) {
  return date !== undefined && date.at > seen.at ? date.at : undefined;
}

/** That a tenancy began, or that it is to. Where the list does not say when, it had begun by the time it was seen. */
export function started(row: Tenancy, seen: HappenedAt): EventDraft {
  const { tenancy: tenancyReference, tenure, start = seen } = row;
  const data = { tenancyReference, tenure, household: [...row.household] };
  const startsAt = toCome(start, seen);
  if (startsAt === undefined) {
    return { happened: start, ...about(row), ...eventContent('housing.tenancy.started.v1', data) };
  }
  const content = eventContent('housing.tenancy.start-announced.v1', { ...data, startsAt });
  return { happened: seen, ...about(row), ...content };
}

/** That a tenancy begins at another time than the list said before. */
export function startChanged(before: Tenancy, after: Tenancy, seen: HappenedAt): EventDraft[] {
  return after.start === undefined || before.start?.at === after.start.at ? [] : [started(after, seen)];
}

/** What the list says of a tenancy's end: that it has come, or that it is to. */
export function ending(row: Tenancy, seen: HappenedAt): EventDraft[] {
  const { tenancy: tenancyReference, end } = row;
  if (end === undefined) return [];
  const endsAt = toCome(end, seen);
  if (endsAt === undefined) return [ended(row, end)];
  const content = eventContent('housing.tenancy.end-announced.v1', { tenancyReference, endsAt });
  return [{ happened: seen, ...about(row), ...content }];
}

/** That a tenancy ends at another time than the list said before, or that its end was taken back. */
export function endChanged(before: Tenancy, after: Tenancy, seen: HappenedAt): EventDraft[] {
  if (before.end?.at === after.end?.at) return [];
  if (after.end !== undefined) return ending(after, seen);
  const content = eventContent('housing.tenancy.end-withdrawn.v1', { tenancyReference: after.tenancy });
  return [{ happened: seen, ...about(after), ...content }];
}

/** That a tenancy ended. */
export function ended(row: Tenancy, happened: HappenedAt): EventDraft {
  const content = eventContent('housing.tenancy.ended.v1', { tenancyReference: row.tenancy });
  return { happened, ...about(row), ...content };
}

/** A tenancy that moved ends at the home before; of its household, only for who does not come along. */
export function leftBehind(before: Tenancy, after: Tenancy, seen: HappenedAt): EventDraft[] {
  const along = new Set(after.household.map(({ person }) => person));
  const { persons = [], ...end } = ended(before, seen);
  return [{ ...end, persons: persons.filter(person => !along.has(person)) }];
}

/** Somebody who has become a tenant, or is one no longer, has joined anew: as what they are now. */
export function householdChanges(before: Tenancy, after: Tenancy, seen: HappenedAt): EventDraft[] {
  const joined = after.household.filter(
    ({ person, responsible }) =>
      !before.household.some(one => one.person === person && one.responsible === responsible),
  );
  const left = before.household.filter(({ person }) => !after.household.some(one => one.person === person));
  const dates = { startsAt: toCome(after.start, seen), endsAt: toCome(after.end, seen) };
  const moves = [
    ...joined.map(member => ({ change: 'joined' as const, member, ...dates })),
    ...left.map(member => ({ change: 'left' as const, member })),
  ];
  return moves.map(move => ({
    happened: seen,
    home: after.home,
    persons: [move.member.person],
    ...eventContent('housing.tenancy.household-changed.v1', { tenancyReference: after.tenancy, ...move }),
  }));
}
