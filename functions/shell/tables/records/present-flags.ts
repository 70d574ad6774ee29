import * as z from 'zod';
import { type Instant, instantSchema, type Subject } from '../../../../schemas/reference.ts';
import type { LiveFlags } from '../../../core/record/subject-record.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { recordKey, subjectIn } from './keys.ts';

const itemSchema = z.object({
  pk: z.string(),
  version: z.int().positive(),
  flags: z.custom<LiveFlags>(value => typeof value === 'object' && value !== null),
  record: z.object({ feeds: z.record(z.string(), instantSchema) }),
});

/** The flags that live on a subject now, the version of the record that says so, and the latest that it was heard of. */
export interface PresentFlags {
  version: number;
  flags: LiveFlags;
  latest: Instant | undefined;
}

/** The flags of some subjects as they are now; a subject that nothing was heard of is left out. */
export type ReadPresentFlags = (subjects: readonly Subject[]) => Promise<ReadonlyMap<Subject, PresentFlags>>;

/** Makes the reader of what the records say at this moment, whatever an index says. */
export function makeReadPresentFlags(table: Table): ReadPresentFlags {
  return async subjects => {
    const keys = [...new Set(subjects)].map(recordKey);
    const items = await batchGet(table, keys, { consistent: true });
    return new Map(
      items.map(item => {
        const { pk, version, flags, record } = itemSchema.parse(item);
        const latest = Object.values(record.feeds).sort().at(-1);
        return [subjectIn({ pk }), { version, flags, latest }];
      }),
    );
  };
}
