import * as z from 'zod';
import { subjectSchema } from '../../../schemas/reference.ts';

/**
 * What something in quarantine waits for: to learn which home a system means by a key of its own, or to hear that a
 * case of a subject was opened. All that wait for one key are found by it.
 */
const waitsForSchema = z.union([
  z.object({ home: z.string() }),
  z.object({ subject: subjectSchema, case: z.string() }),
]);
export type WaitsFor = z.infer<typeof waitsForSchema>;

/** As one text, which is the key of the index. */
export function waitingKey(waitsFor: WaitsFor): string {
  if ('home' in waitsFor) return `home ${waitsFor.home}`;
  return `case ${waitsFor.subject} ${waitsFor.case}`;
}

/** Back from the text; undefined when it is none that `waitingKey` made. */
export function readWaitingKey(text: string): WaitsFor | undefined {
  const read = /^(?:home (?<home>.+)|case (?<subject>\S+) (?<case>.+))/s.exec(text);
  return waitsForSchema.safeParse({ ...read?.groups }).data;
}
