import * as z from 'zod';
import { systemEventSchema } from '../../../../schemas/catalogue.ts';
import { subjectRoleSchema } from '../../../../schemas/event-definition.ts';
import { instantSchema } from '../../../../schemas/reference.ts';
import { flagChangeSchema } from '../../../core/flags/history.ts';
import { flagIdentitySchema } from '../../../core/record/flag-statement.ts';
import { correctionRowSchema, rowSchema } from '../../../core/record/row.ts';
import {
  liveFlagsSchema,
  type SubjectRecord,
  subjectRecordSchema,
} from '../../../core/record/subject-record.ts';
import { packedOf } from './packed.ts';

const versionSchema = z.int().positive();
const storedRecordSchema = subjectRecordSchema.partial({
  hazards: true,
  leaks: true,
  access: true,
  closings: true,
  proofs: true,
  links: true,
});

const rowsInRecordSchema = z.record(z.string(), rowSchema);
const withRowsSchema = storedRecordSchema.extend({ rows: rowsInRecordSchema.exactOptional() });

/** A record that was written before a window was kept has it empty. The rows that lie in it are not of it. */
function withWindows({ rows: _rows, ...record }: z.infer<typeof withRowsSchema>): SubjectRecord {
  const { hazards = [], leaks = [], access = [], closings = [], proofs = [], links = [] } = record;
  return { ...record, hazards, leaks, access, closings, proofs, links };
}

const recordSchema = packedOf(storedRecordSchema).transform(withWindows);
const flagsSchema = packedOf(liveFlagsSchema);

/**
 * `RECORD`: what is kept of a subject in one item. Of a damaged one nobody is shown the rest: a home whose record cannot
 * be read is not a home without flags.
 */
export const recordItemSchema = z.object({
  version: versionSchema,
  record: recordSchema,
  flags: flagsSchema,
  nextDueAt: instantSchema.optional(),
});

/** `RECORD`, over which a commit is made: the rows that lie in it apart from it. */
export const committedRecordSchema = recordItemSchema.extend({
  record: packedOf(withRowsSchema).transform(stored => ({
    record: withWindows(stored),
    rows: stored.rows ?? {},
  })),
});

/** `RECORD`, as far as rows lie in it. */
export const rowsInRecordItemSchema = z.object({
  record: packedOf(z.object({ rows: rowsInRecordSchema.exactOptional() })).transform(({ rows = {} }) => rows),
});

/** `RECORD`, as far as it says which flags live on a subject now. */
export const presentItemSchema = z.object({
  pk: z.string(),
  version: versionSchema,
  flags: flagsSchema,
  latest: instantSchema.optional(),
});

/** `RECORD` in the index `flagged`. */
export const flaggedItemSchema = z.object({ flags: flagsSchema });

/** `RECORD` in the index `due`. */
export const dueItemSchema = z.object({ pk: z.string(), nextDueAt: instantSchema });

/** `CASE#`, `OCCURRENCES#`, `FLAG#`, `DECISIONS#` and `CORRECTED#`: the fold's own rows. */
export const rowItemSchema = z.object({ sk: z.string(), row: packedOf(rowSchema) });

/** `CORRECTED#`: that an entry was corrected. */
export const correctionItemSchema = z.object({ sk: z.string(), row: packedOf(correctionRowSchema) });

/** `EVENT#`, and what an operator's rebuild leaves of events: an event alone. */
export const eventItemSchema = z.object({ event: packedOf(systemEventSchema) });

/** `EVENT#`, as far as it says what it is the event of. */
export const keptItemSchema = z.object({ pk: z.string(), sk: z.string(), fingerprint: z.string() });

/** `EVENT#`: an event in a subject's timeline. */
export const timelineItemSchema = eventItemSchema.extend({ role: subjectRoleSchema });

/** `EVENT#`, with the version of the commit that keeps it. */
export const committedItemSchema = eventItemSchema.extend({ version: versionSchema });

/** `EVENT#`, with all that is needed of it wherever it lies. */
export const movableItemSchema = timelineItemSchema.extend({
  sk: z.string(),
  fingerprint: z.string(),
  version: versionSchema,
});

/** `EVENT#` of a decision about a flag: which one it names. */
export const namedFlagSchema = z.object({ event: packedOf(z.object({ data: flagIdentitySchema })) });

/** `HISTORY#`: what a commit did to a flag. */
export const historyItemSchema = z.object({ entry: packedOf(z.object({ change: flagChangeSchema })) });

/** `EVENT#` as the stream shows it. */
export const eventImageSchema = eventItemSchema.extend({ pk: z.string() });
