import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { type FlagCode, flagDefinitions, namedInstruction } from '../../../schemas/flags.ts';
import { type Instant, propertySubject, type Uprn } from '../../../schemas/reference.ts';
import { flagId } from '../flags/flag-id.ts';
import { systemOf } from '../record/rows.ts';
import { personOf } from '../record/subject-record.ts';
import { daysAfter, startOf } from '../time/instants.ts';

/** What a system was told of a flag, as its receipts say. */
export interface ToldOf {
  /** Who said so by then, and since when it was so: of the last version in which it was in force. */
  heardFrom?: readonly string[] | undefined;
  since?: Instant | undefined;
  /** Since when the system has shown it, and, once it was told of the end, from when to when it had. */
  toldFrom?: Instant | undefined;
  endedFrom?: Instant | undefined;
  endedAt?: Instant | undefined;
}

/** A system's statement that a flag holds. */
export type Asserted = Extract<SystemEvent, { type: 'housing.flag.asserted.v1' }>;

/** The words of a system: in which it is told of a flag, and which of them stands for anything else. */
export interface ToldWords {
  wordFor: (code: FlagCode, on: 'home' | 'person') => string;
  otherWord?: string | undefined;
}

/**
 * The flags that a statement may be the echo of, by id: those of which its system is told in the word that it says, on
 * what it is about or on the block of that home. A word that means something by itself is told of its own flag, and of
 * others where the hub's text beside it says which: alone it is no copy of them, and never lost in them. None where the
 * statement says more than was told: with a text of its own, an incident, or the second person who approved it, it is news.
 */
export function echoCandidates(
  event: Asserted,
  { wordFor, otherWord }: ToldWords,
  block: Uprn | undefined,
): string[] {
  const { code: meant, localCode, basis, incidentAt, approvedBy, tenancyReference } = event.data;
  const on = personOf(event.subject) === undefined ? 'home' : 'person';
  if (incidentAt !== undefined || approvedBy !== undefined) return [];
  // The shared code goes beside a system's own word, and where it has none.
  const isWordFor = (code: FlagCode) => wordFor(code, on) === localCode || code === localCode;
  const saysWhich = (code: FlagCode) => code === meant || localCode === otherWord || basis !== undefined;
  const told = flagDefinitions.filter(
    ({ code, hangsOn }) => (hangsOn === 'person') === (on === 'person') && isWordFor(code) && saysWhich(code),
  );
  const repeated = told.filter(
    flag =>
      basis === undefined ||
      [flag.instruction, namedInstruction(flag)].some(words => sameWords(words, basis.text)),
  );
  return repeated.flatMap(({ code, hangsOn }) => {
    if (hangsOn !== 'tenancy') {
      const ids = [flagId({ code, on: event.subject })];
      return hangsOn === 'block' && block !== undefined
        ? [...ids, flagId({ code, on: propertySubject(block) })]
        : ids;
    }
    return tenancyReference === undefined ? [] : [flagId({ code, on: event.subject, tenancyReference })];
  });
}

/** A system's own software may write the instruction in other capitals or spaces than the hub. */
function sameWords(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(one) === plain(other);
}

/**
 * Whether a statement is no more than what its system was told of a flag. It is where the system shows the flag by others'
 * word alone when the hub hears the statement, and the statement is not dated before the warning began: the date of a
 * message is that of its job, and says only that the alert was copied no earlier. It is also where it is dated in a time
 * in which the system did show it. One that the system said itself, and was told back, is its own.
 */
export function isEcho(event: Asserted, { heardFrom, since, ...told }: ToldOf): boolean {
  if (heardFrom === undefined || heardFrom.includes(systemOf(event))) return false;
  const latest = event.timebasis === 'date-only' ? startOf(daysAfter(event.time, 1)) : event.time;
  if (told.toldFrom !== undefined && since !== undefined && since <= latest) return true;
  const { endedFrom, endedAt } = told;
  return endedFrom !== undefined && endedAt !== undefined && endedFrom <= latest && event.time < endedAt;
}
