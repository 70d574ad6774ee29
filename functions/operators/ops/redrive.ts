import { instantOf } from '../../../schemas/reference.ts';
import { secondsAfter } from '../../core/time/instants.ts';
import type { DeadLetterQueues } from '../../shell/operations/dead-letter-queues.ts';
import type { AnnounceAgain } from '../../shell/tables/records/outbox-store.ts';
import { UsageError } from './arguments.ts';
import { type Explained, explain } from './dead-letters/explain.ts';
import type { NamedQueue } from './hub-parts.ts';

interface Deps {
  queues: readonly NamedQueue[];
  deadLetters: DeadLetterQueues;
  announceAgain: AnnounceAgain;
  print: (line: string) => void;
}

/** The queue of the relay's notices: what they are about are outbox rows. */
const relayQueue = 'announcements';

/**
 * Puts dead letters back where they came from: messages into their queue; of the relay's notices, the announcements that
 * they are about are published again. Both may happen twice: what is known is not recorded again, and flags carry versions.
 * @returns whether everything could be put back.
 * @throws {UsageError} when there is no such queue.
 */
export async function redrive(deps: Deps, only: string | undefined): Promise<boolean> {
  const { queues, deadLetters, print } = deps;
  const wanted = queues.filter(({ name }) => only === undefined || name === only);
  if (wanted.length === 0) {
    throw new UsageError(`There is no queue ${only}; there are ${queues.map(({ name }) => name).join(', ')}`);
  }
  const failures: string[] = [];
  for (const { name, url } of wanted) {
    if ((await deadLetters.depth(url)) > 0) failures.push(...(await redriveQueue(deps, name, url)));
    else if (only !== undefined) print(`${name}: nothing to put back`);
  }
  return failures.length === 0;
}

async function redriveQueue(deps: Deps, name: string, url: string): Promise<string[]> {
  const { deadLetters, print } = deps;
  // Where two queues feed one function, either will do.
  const [source] = await deadLetters.sourcesOf(url);
  if (source === undefined) {
    await (name === relayQueue ? publishAgain(deps, url) : dismiss(deps, name, url));
    return [];
  }
  const { messages, failure } = await deadLetters.moveBack(url, source);
  print(`${name}: ${messages} put back${failure === undefined ? '' : `, then it stopped: ${failure}`}`);
  return failure === undefined ? [] : [failure];
}

async function publishAgain({ deadLetters, announceAgain, print }: Deps, url: string): Promise<void> {
  let rows = 0;
  const notices = await deadLetters.take(url, async letter => {
    const { row, written } = explain(letter);
    rows += await (row === undefined
      ? announceAgain.span(letter.id, spanOf(written))
      : announceAgain.row(letter.id, row));
  });
  print(`${relayQueue}: ${notices} taken, the announcements of ${rows} rows are published again`);
  if (rows === 0) print('No such row is there: drift has the systems sent what they lack');
}

/** A notice is about rows that are still there, and whose function goes through them by the clock. */
async function dismiss({ deadLetters, print }: Deps, name: string, url: string): Promise<void> {
  const notices = await deadLetters.take(url, () => Promise.resolve());
  print(`${name}: ${notices} notices taken away; what they are about is followed up within the hour`);
}

/** A commit reaches the stream after it was decided, and later still when it had to be retried: a little is added. */
const earlySeconds = 5 * 60;
const lateSeconds = 60;

function spanOf(written: Explained['written']) {
  if (written === undefined) return undefined;
  return {
    from: secondsAfter(instantOf(Date.parse(written.from)), -earlySeconds),
    to: secondsAfter(instantOf(Date.parse(written.to)), lateSeconds),
  };
}
