import * as z from 'zod';
import { eventContent } from '../../../schemas/event-content.ts';
import { phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { EventDraft, HappenedAt, SnapshotFeed } from '../contract.ts';
import { personKeyFrom, wholePersonKeyField } from '../kit/person-key.ts';
import { homeByCells, homeCells } from '../kit/row-home.ts';
import { momentField } from '../kit/vendor-fields.ts';
import { personOf } from './base.ts';

/** Persons by the system's keys: `45c76564; 7d1f3c1e`. */
const personsField = z
  .string()
  .optional()
  .transform(text => (text ?? '').split(/[;,|]/).flatMap(key => personKeyFrom(key) ?? []))
  .pipe(z.array(wholePersonKeyField).max(30));

const tenancySchema = z
  .object({
    tenancy: localReferenceSchema,
    ...homeCells,
    tenure: phraseSchema,
    start: momentField,
    end: momentField.optional(),
    tenants: personsField,
    others: personsField,
  })
  .transform(homeByCells);
type Tenancy = z.output<typeof tenancySchema>;

/** The list of all tenancies in force. What it does not have any more has ended, on its last known end date if it had one. */
export const tenancies: SnapshotFeed<Tenancy> = {
  columns: {
    tenancy: ['Tenancy ref', 'Tenancy reference', 'Tenure id'],
    reference: ['Asset id', 'Property ref', 'Property reference'],
    uprn: ['UPRN'],
    address: ['Address'],
    tenure: ['Tenure', 'Tenure type', 'Tenancy type'],
    start: ['Start date', 'Tenancy start'],
    end: ['End date', 'Tenancy end'],
    tenants: ['Tenants', 'Tenant ids'],
    others: ['Other household members', 'Other household member ids'],
  },
  key: ['tenancy'],
  rowSchema: tenancySchema,
  appeared: (row, seen) => [started(row), ...endedBy(row, seen)],
  changed(before, after, seen) {
    if (JSON.stringify(before.home) !== JSON.stringify(after.home)) {
      return [...leftBehind(before, after, seen), { ...started(after), happened: seen }];
    }
    const ending = before.end?.at === after.end?.at ? [] : endedBy(after, seen);
    return [...householdChanges(before, after, seen), ...ending];
  },
  disappeared: (before, seen) => [ended(before, hasEnded(before, seen) ? (before.end ?? seen) : seen)],
};

function householdOf({ tenants, others }: Tenancy) {
  return [
    ...tenants.map(key => ({ person: personOf(key), responsible: true })),
    ...others.map(key => ({ person: personOf(key), responsible: false })),
  ];
}

function started(row: Tenancy): EventDraft {
  const { tenancy, home, tenure, start } = row;
  const household = householdOf(row);
  return {
    happened: start,
    home,
    persons: household.map(({ person }) => person),
    ...eventContent('housing.tenancy.started.v1', { tenancyReference: tenancy, tenure, household }),
  };
}

/** An end to come is none yet: the hub acts on an end at once. */
function hasEnded({ end }: Tenancy, seen: HappenedAt): boolean {
  return end !== undefined && end.at <= seen.at;
}

function endedBy(row: Tenancy, seen: HappenedAt): EventDraft[] {
  return hasEnded(row, seen) ? [ended(row, row.end ?? seen)] : [];
}

function ended(row: Tenancy, happened: HappenedAt): EventDraft {
  const { tenancy, home } = row;
  const persons = householdOf(row).map(({ person }) => person);
  return {
    happened,
    home,
    persons,
    ...eventContent('housing.tenancy.ended.v1', { tenancyReference: tenancy }),
  };
}

/** A tenancy that moved ends at the home before; of its household, only for who does not come along. */
function leftBehind(before: Tenancy, after: Tenancy, seen: HappenedAt): EventDraft[] {
  const along = new Set(householdOf(after).map(({ person }) => person));
  const { persons = [], ...end } = ended(before, seen);
  return [{ ...end, persons: persons.filter(person => !along.has(person)) }];
}

/** Somebody who has become a tenant, or is one no longer, has joined anew: as what they are now. */
function householdChanges(before: Tenancy, after: Tenancy, happened: HappenedAt): EventDraft[] {
  const [old, present] = [householdOf(before), householdOf(after)];
  const joined = present.filter(
    ({ person, responsible }) => !old.some(one => one.person === person && one.responsible === responsible),
  );
  const left = old.filter(({ person }) => !present.some(one => one.person === person));
  const moves = [
    ...joined.map(member => ({ change: 'joined' as const, member })),
    ...left.map(member => ({ change: 'left' as const, member })),
  ];
  return moves.map(move => ({
    happened,
    home: after.home,
    persons: [move.member.person],
    ...eventContent('housing.tenancy.household-changed.v1', { tenancyReference: after.tenancy, ...move }),
  }));
}
