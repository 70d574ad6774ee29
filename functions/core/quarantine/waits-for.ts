import * as z from 'zod';
import { personReferenceSchema, subjectSchema } from '../../../schemas/reference.ts';
import { personCrossReference } from '../identity/cross-reference.ts';

/**
 * What something in quarantine waits for: to learn which home or person a system means by a key of its own; an answer for
 * this one thing alone, where nothing identifies what it names; or to hear that a case of a subject was opened. All that wait
 * for one key are found by it; an answer is asked of each.
 */
const waitsForSchema = z.union([
  z.object({ home: z.string() }),
  z.object({ person: personReferenceSchema }),
  z.object({ answer: z.enum(['home', 'person']), of: z.string() }),
  z.object({ subject: subjectSchema, case: z.string() }),
]);
export type WaitsFor = z.infer<typeof waitsForSchema>;

/** As one text, which is the key of the index. */
export function waitingKey(waitsFor: WaitsFor): string {
  if ('home' in waitsFor) return `home ${waitsFor.home}`;
  if ('person' in waitsFor) return `person ${waitsFor.person}`;
  if ('answer' in waitsFor) return `answer ${waitsFor.answer} ${waitsFor.of}`;
  return `case ${waitsFor.subject} ${waitsFor.case}`;
}

const kinds = [
  /^home (?<home>.+)/s,
  /^person (?<person>.+)/s,
  /^answer (?<answer>\S+) (?<of>.+)/s,
  /^case (?<subject>\S+) (?<case>.+)/s,
];

/** Back from the text; undefined when it is none that `waitingKey` made. */
export function readWaitingKey(text: string): WaitsFor | undefined {
  const read = kinds.map(kind => kind.exec(text)?.groups).find(groups => groups !== undefined);
  return waitsForSchema.safeParse({ ...read }).data;
}

/** Whether it is for an officer to say which home or person is meant, and which of the two. */
export function askedOf(waitsFor: WaitsFor | undefined): 'home' | 'person' | undefined {
  if (waitsFor === undefined || 'case' in waitsFor) return undefined;
  if ('answer' in waitsFor) return waitsFor.answer;
  return 'home' in waitsFor ? 'home' : 'person';
}

/** What is learnt from the answer: a key that identifies. */
export function learntFrom(waitsFor: WaitsFor, system: string): { system: string; key: string } | undefined {
  if ('home' in waitsFor) return { system, key: waitsFor.home };
  return 'person' in waitsFor ? personCrossReference(waitsFor.person) : undefined;
}
