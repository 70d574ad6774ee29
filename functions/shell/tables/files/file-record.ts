import * as z from 'zod';
import { instantSchema } from '../../../../schemas/reference.ts';

const count = z.int().nonnegative();
const objectSchema = z.object({ key: z.string(), bytes: count });

/** What became of a file's rows so far. */
const fileCountsSchema = z.object({
  /** Rows of the file, without its headings and blank lines. */
  rows: count,
  accepted: count,
  rejected: count,
  quarantined: count,
  /** Of a snapshot, compared with the last one: the rest of `rows` is unchanged. */
  appeared: count.optional(),
  /** Were missing from the last one, and are back. */
  returned: count.optional(),
  changed: count.optional(),
  disappeared: count.optional(),
  unchanged: count.optional(),
  /** Unchanged, and the flags that they say are confirmed. */
  confirmed: count.optional(),
});
export type FileCounts = z.infer<typeof fileCountsSchema>;

/** Why a snapshot is not believed before somebody says so, with the figures to decide by. */
const heldSchema = z.object({
  reason: z.enum(['fewer-rows', 'last-row-unreadable', 'rows-without-key']),
  rows: count,
  rowsBefore: count,
  /** Rows of the last snapshot that this one does not have: they are what believing it would end. */
  disappeared: count,
  /** The first of them, by key. */
  gone: z.array(z.string()).optional(),
  rowsWithoutKey: count,
});
export type Held = z.infer<typeof heldSchema>;

const believedSchema = z.object({ by: z.string(), at: instantSchema, reason: z.string().optional() });

/** Everything that the hub keeps of a file beside its content. */
export const fileRecordSchema = z.object({
  fileId: z.uuid(),
  kind: z.enum(['events', 'snapshot']),
  /** Of a snapshot: which of the system's full extracts it is. */
  feed: z.string().optional(),
  contentType: z.string(),
  bytes: z.int().positive(),
  sha256: z.string().optional(),
  registeredAt: instantSchema,
  registeredBy: z.string(),
  state: z.enum(['waiting', 'processing', 'held', 'done', 'refused']),
  counts: fileCountsSchema.optional(),
  held: heldSchema.optional(),
  believed: believedSchema.optional(),
  /** Of a snapshot: its place in the sequence of its feed, once its changes are known and only have to be published. */
  sequence: z.int().positive().optional(),
  /** Of a snapshot: the last one, which nobody compares with any more. */
  replaces: z.string().optional(),
  /** How many rows, or changes, are processed: the next turn begins here. */
  dealtWith: count,
  /** The answers to them, in order. */
  parts: z.array(objectSchema),
  result: objectSchema.optional(),
  /** Why the file could not be read, or not to its end. */
  problem: z.string().optional(),
  finishedAt: instantSchema.optional(),
  /** The lease: the message that is processing it, and until when at the most. */
  claim: z.object({ by: z.string(), until: instantSchema }).optional(),
  /** Rises with every change (optimistic lock): of two turns on one file, one fails. */
  revision: count,
  /** In seconds since 1970: the content is kept as long. */
  expiresAt: z.int(),
});
export type FileRecord = z.infer<typeof fileRecordSchema>;

/** The snapshot that the next one of its feed is compared with. */
export const feedRecordSchema = z.object({
  sequence: z.int().positive(),
  fileId: z.uuid(),
  takenAt: instantSchema,
  rows: count,
  key: z.string(),
});
export type FeedRecord = z.infer<typeof feedRecordSchema>;
