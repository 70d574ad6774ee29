import type { Instant, Subject } from '../../../../schemas/reference.ts';
import type { LiveFlags } from '../../../core/record/subject-record.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { presentItemSchema } from './items.ts';
import { recordKey, subjectIn } from './keys.ts';
import { presentAttributes } from './table.ts';

/** The flags that live on a subject now, the version of the record that says so, and the latest that it was heard of. */
export interface PresentFlags {
  version: number;
  flags: LiveFlags;
  latest: Instant | undefined;
}

/** The flags of some subjects as they are now; a subject that nothing was heard of is left out. */
export type ReadPresentFlags = (subjects: readonly Subject[]) => Promise<ReadonlyMap<Subject, PresentFlags>>;

/** Makes the reader of what the records say at this moment, whatever an index says: of a record it gets nothing else. */
export function makeReadPresentFlags(table: Table): ReadPresentFlags {
  return async subjects => {
    const keys = [...new Set(subjects)].map(recordKey);
    const items = await batchGet(table, keys, { consistent: true, attributes: presentAttributes });
    return new Map(
      items.map(item => {
        const { pk, version, flags, latest } = readItem(table.tableName, presentItemSchema, item);
        return [subjectIn({ pk }), { version, flags, latest }];
      }),
    );
  };
}
