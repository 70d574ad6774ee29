import * as z from 'zod';
import { phraseSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { SnapshotFeed } from '../contract.ts';
import { personKeyFrom, wholePersonKeyField } from '../kit/person-key.ts';
import { homeByCells, homeCells } from '../kit/row-home.ts';
import { optionalSheetDateField } from '../kit/vendor-fields.ts';
import { personOf } from './base.ts';
import {
  endChanged,
  ended,
  ending,
  householdChanges,
  leftBehind,
  startChanged,
  started,
  type Tenancy,
} from './tenancy-rows.ts';

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
    start: optionalSheetDateField,
    end: optionalSheetDateField,
    tenants: personsField,
    others: personsField,
  })
  .transform(homeByCells)
  .transform(({ tenants, others, ...row }) => ({
    ...row,
    household: [
      ...tenants.map(key => ({ person: personOf(key), responsible: true })),
      ...others.map(key => ({ person: personOf(key), responsible: false })),
    ],
  }));

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
  appeared: (row, seen) => [started(row, seen), ...ending(row, seen)],
  changed(before, after, seen) {
    if (JSON.stringify(before.home) !== JSON.stringify(after.home)) {
      const moved = { ...started(after, seen), happened: seen };
      return [...leftBehind(before, after, seen), moved, ...ending(after, seen)];
    }
    return [
      ...startChanged(before, after, seen),
      ...householdChanges(before, after, seen),
      ...endChanged(before, after, seen),
    ];
  },
  disappeared(before, seen) {
    const { end } = before;
    return [ended(before, end !== undefined && end.at <= seen.at ? end : seen)];
  },
};
