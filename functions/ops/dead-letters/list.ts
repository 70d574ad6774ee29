import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../../schemas/reference.ts';
import type { DeadLetter, DeadLetterQueues } from '../../shell/operations/dead-letter-queues.ts';
import type { FindFailure, LoggedFailure } from '../../shell/operations/function-logs.ts';
import type { NamedQueue } from '../hub-parts.ts';
import { type Explained, explain } from './explain.ts';

interface Deps {
  queues: readonly NamedQueue[];
  deadLetters: DeadLetterQueues;
  findFailure: FindFailure;
  now: () => Instant;
  print: (line: string) => void;
}

/**
 * Lists every dead-letter queue that is not empty: how many messages, since when, and of each what it is and why.
 * @returns how many there are in all.
 */
export async function listDeadLetters(
  deps: Deps,
  { limit, showPayload }: { limit: number; showPayload: boolean },
): Promise<number> {
  const { queues, deadLetters, findFailure, now, print } = deps;
  let total = 0;
  let empty = 0;
  for (const { name, url, logGroups } of queues) {
    const depth = await deadLetters.depth(url);
    total += depth;
    if (depth === 0) {
      empty += 1;
      continue;
    }
    const letters = (await deadLetters.look(url, limit)).sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
    print(`${name}: ${depth} ${depth === 1 ? 'message' : 'messages'}${ageOf(letters, now())}`);
    for (const letter of letters) {
      const explained = explain(letter);
      const failure = logGroups.length === 0 ? undefined : await findFailure(logGroups, explained.ids);
      for (const line of linesOf(letter, explained, failure)) print(`  ${line}`);
      if (showPayload) print(`    ${letter.body}`);
    }
  }
  print(`${empty} of ${queues.length} dead-letter queues are empty`);
  return total;
}

function linesOf(letter: DeadLetter, { what, why }: Explained, failure: LoggedFailure | undefined): string[] {
  const error = failure?.error === undefined ? '' : ` (${failure.error})`;
  const logged = failure === undefined ? '' : `; ${failure.service} logged: ${failure.message}${error}`;
  return [what, `  message ${letter.id}, sent ${letter.sentAt}: ${why}${logged}`];
}

/** Of the messages that were looked at, which are all of them unless there are very many. */
function ageOf(letters: readonly DeadLetter[], now: Instant): string {
  const [oldest] = letters;
  if (oldest === undefined) return '';
  const age = Temporal.Instant.from(oldest.sentAt).until(Temporal.Instant.from(now));
  const hours = Math.floor(age.total('hours'));
  const words = hours >= 48 ? `${Math.floor(hours / 24)} days` : `${hours} h ${age.round({ largestUnit: 'hours', smallestUnit: 'minutes' }).minutes} min`;
  return `, the oldest of ${words} ago`;
}
