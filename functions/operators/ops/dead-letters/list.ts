import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../../../schemas/reference.ts';
import type { Decrypt } from '../../../shell/encryption.ts';
import { readJson } from '../../../shell/http/json.ts';
import type { DeadLetter, DeadLetterQueues } from '../../../shell/operations/dead-letter-queues.ts';
import type { FindFailure, LoggedFailure } from '../../../shell/operations/function-logs.ts';
import type { NamedQueue } from '../hub-parts.ts';
import { type Explained, explain } from './explain.ts';

interface Deps {
  queues: readonly NamedQueue[];
  deadLetters: DeadLetterQueues;
  findFailure: FindFailure;
  decrypt: Decrypt;
  now: () => Instant;
  print: (line: string) => void;
}

interface ListOptions {
  /** How many messages of each queue to look at. */
  limit: number;
  showPayload: boolean;
}

/**
 * Lists every dead-letter queue that is not empty: how many messages, since when, and of each what it is and why.
 * @returns how many there are in all.
 */
export async function listDeadLetters(deps: Deps, options: ListOptions): Promise<number> {
  const { queues, deadLetters, print } = deps;
  const depths = await Promise.all(queues.map(({ url }) => deadLetters.depth(url)));
  for (const [index, queue] of queues.entries()) {
    const depth = depths[index] ?? 0;
    if (depth > 0) await listQueue(deps, queue, depth, options);
  }
  print(`${depths.filter(depth => depth === 0).length} of ${queues.length} dead-letter queues are empty`);
  return depths.reduce((total, depth) => total + depth, 0);
}

async function listQueue(
  { deadLetters, findFailure, decrypt, now, print }: Deps,
  { name, url, logGroups }: NamedQueue,
  depth: number,
  { limit, showPayload }: ListOptions,
): Promise<void> {
  const letters = (await deadLetters.look(url, limit)).sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  print(`${name}: ${depth} ${depth === 1 ? 'message' : 'messages'}${ageOf(letters, now())}`);
  for (const letter of letters) {
    const explained = explain(letter);
    const failure = await findFailure(logGroups, explained.ids);
    for (const line of linesOf(letter, explained, failure)) print(`  ${line}`);
    if (showPayload) print(`    ${await payloadOf(letter, decrypt)}`);
  }
}

/** What is in a message, with what it says of people in clear. */
async function payloadOf({ body }: DeadLetter, decrypt: Decrypt): Promise<string> {
  const json = readJson(body);
  return json.ok ? JSON.stringify(await decrypt(json.value)) : body;
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
  const words =
    hours >= 48
      ? `${Math.floor(hours / 24)} days`
      : `${hours} h ${age.round({ largestUnit: 'hours', smallestUnit: 'minutes' }).minutes} min`;
  return `, the oldest of ${words} ago`;
}
