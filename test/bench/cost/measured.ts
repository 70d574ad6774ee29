import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** How events come to `record`: one at a time, or so many to a batch. */
export type Way = 'singly' | 'inTens' | 'inForties';

const perEventSchema = z.object({
  calls: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
  /** With what indexes repeat. */
  storedBytes: z.number(),
});

/** What an event costs in the records table. */
export type PerEvent = z.infer<typeof perEventSchema>;
const driftBytesSchema = z.object({ indexBytes: z.number(), receiptBytes: z.number() });

/** What comparing systems' sets reads for each flag that lives: of the index, and of each system's receipt. */
export type DriftBytes = z.infer<typeof driftBytesSchema>;

const historySchema = z.object({
  /** In how many timelines an event is: rows that may leave the table, and their bytes. */
  rows: z.number(),
  rowBytes: z.number(),
  /** Of the row of its id, which stays. */
  idBytes: z.number(),
  /** Of a row once it has left, in an object with its neighbours of a year. */
  movedBytes: z.number(),
});

/** What of an event can leave the table, and what it takes there. */
export type HistoryBytes = z.infer<typeof historySchema>;

const measuredSchema = z.object({
  singly: perEventSchema,
  inTens: perEventSchema,
  inForties: perEventSchema,
  drift: driftBytesSchema,
  history: historySchema,
}) satisfies z.ZodType<Record<Way, PerEvent> & { drift: DriftBytes; history: HistoryBytes }>;
export type Measured = z.infer<typeof measuredSchema>;

/** What `npm run bench -- costs` writes. */
export const measuredFile = new URL('measured.json', import.meta.url);

/** The measured figures. @throws {Error} when there are none, or others than the cost is made from */
export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(measuredFile, 'utf8')));
}
