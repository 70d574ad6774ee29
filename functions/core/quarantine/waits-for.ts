import { type Subject, subjectSchema } from '../../../schemas/reference.ts';

/**
 * What something in quarantine waits for: to learn which home a system means by a key of its own, or to hear that a
 * case of a subject was opened. All that wait for one key are found by it.
 */
export type WaitsFor = { home: string } | { subject: Subject; case: string };

/** As one text, which is the key of the index. */
export function waitingKey(waitsFor: WaitsFor): string {
  if ('home' in waitsFor) return `home ${waitsFor.home}`;
  return `case ${waitsFor.subject} ${waitsFor.case}`;
}

/** Back from the text; undefined when it is none that `waitingKey` made. */
export function readWaitingKey(text: string): WaitsFor | undefined {
  const { kind, rest } = /^(?<kind>home|case) (?<rest>.+)$/s.exec(text)?.groups ?? {};
  if (rest === undefined) return undefined;
  if (kind === 'home') return { home: rest };
  const space = rest.indexOf(' ');
  const subject = subjectSchema.safeParse(rest.slice(0, space));
  return subject.success ? { subject: subject.data, case: rest.slice(space + 1) } : undefined;
}
