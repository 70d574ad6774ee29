import type { PersonReference, Uprn } from '../../../schemas/reference.ts';
import { readWaitingKey } from '../../core/quarantine/waits-for.ts';
import type { Answer } from './resubmission.ts';

/** What officers answered about one item alone: the homes that its texts mean, and the person whom it does not name. */
export interface Answers {
  homes: ReadonlyMap<string, Uprn>;
  person?: PersonReference;
}

export const noAnswers: Answers = { homes: new Map() };

/** The answers that an item was given so far; of two about the same the last. */
export function answersIn(given: readonly Answer[]): Answers {
  const homes = new Map<string, Uprn>();
  let person: PersonReference | undefined;
  for (const { key, uprn, person: who } of given) {
    const asked = readWaitingKey(key);
    if (asked === undefined || !('answer' in asked)) continue;
    if (asked.answer === 'home' && uprn !== undefined) homes.set(asked.of, uprn);
    if (asked.answer === 'person' && who !== undefined) person = who;
  }
  return { homes, ...(person !== undefined && { person }) };
}
