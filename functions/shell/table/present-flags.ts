import * as z from 'zod';
import type { Subject } from '../../../schemas/reference.ts';
import type { LiveFlags } from '../../core/record/subject-record.ts';
import { batchGet, type Table } from './batch.ts';
import { recordKey, subjectIn } from './keys.ts';

const itemSchema = z.object({
  pk: z.string(),
  version: z.int().positive(),
  flags: z.custom<LiveFlags>(value => typeof value === 'object' && value !== null),
});

/** The flags that live on a subject now, and the version of the record that says so. */
export type PresentFlags = Pick<z.infer<typeof itemSchema>, 'version' | 'flags'>;

/** The flags of some subjects as they are now; a subject that nothing was heard of is left out. */
export type ReadPresentFlags = (subjects: readonly Subject[]) => Promise<ReadonlyMap<Subject, PresentFlags>>;

/** Makes the reader of what the records say at this moment, whatever an index says. */
export function makeReadPresentFlags(table: Table): ReadPresentFlags {
  return async subjects => {
    const keys = [...new Set(subjects)].map(recordKey);
    const items = await batchGet(table, keys, { consistent: true });
    return new Map(
      items.map(item => {
        const { pk, version, flags } = itemSchema.parse(item);
        return [subjectIn({ pk }), { version, flags }];
      }),
    );
  };
}
