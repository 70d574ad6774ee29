import * as z from 'zod';
import type { Subject } from '../../../../schemas/reference.ts';
import type { Period } from '../../../core/record/periods.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { movedKey, subjectIn } from './keys.ts';

/** `MOVED`: of which periods the events of a subject lie in the bucket of history. It only grows. */
const movedItemSchema = z.object({ pk: z.string(), periods: z.set(z.string()) });

/**
 * The periods of which events of these subjects lie in the bucket, the latest first. It is looked at behind the rows: a row goes
 * only once its period is here, so that what is no longer among the rows is found.
 */
export async function readMovedPeriods(
  table: Table,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<Subject, readonly Period[]>> {
  const keys = [...new Set(subjects)].map(movedKey);
  const items = await batchGet(table, keys, { consistent: true });
  return new Map(
    items.map(item => {
      const { pk, periods } = readItem(table.tableName, movedItemSchema, item);
      return [subjectIn({ pk }), [...periods].toSorted().toReversed()];
    }),
  );
}
