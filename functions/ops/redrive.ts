import { type Instant, instantOf } from '../../schemas/reference.ts';
import type { DeadLetter, DeadLetterQueues } from '../shell/operations/dead-letter-queues.ts';
import type { AnnounceAgain } from '../shell/table/outbox-store.ts';
import { UsageError } from './arguments.ts';
import { explain } from './dead-letters/explain.ts';
import type { NamedQueue } from './hub-parts.ts';

interface Deps {
  queues: readonly NamedQueue[];
  deadLetters: DeadLetterQueues;
  announceAgain: AnnounceAgain;
  now: () => Instant;
  print: (line: string) => void;
}

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
  let complete = true;
  for (const { name, url } of wanted) {
    if ((await deadLetters.depth(url)) === 0) {
      if (only !== undefined) print(`${name}: nothing to put back`);
      continue;
    }
    const source = await deadLetters.sourceOf(url);
    if (source === undefined) {
      await publishAgain(deps, name, url);
      continue;
    }
    const { messages, failure } = await deadLetters.moveBack(url, source);
    print(`${name}: ${messages} put back${failure === undefined ? '' : `, then it stopped: ${failure}`}`);
    complete &&= failure === undefined;
  }
  return complete;
}

async function publishAgain({ deadLetters, announceAgain, now, print }: Deps, name: string, url: string) {
  let announced = 0;
  const notices = await deadLetters.take(url, async letter => {
    announced += await announceAgain(letter.id, spanOf(letter), now());
  });
  print(`${name}: ${notices} notices dealt with, the announcements of ${announced} commits published again`);
}

/** A commit reaches the stream after it was decided, and later still when others were faster: a little is added. */
const early = 5 * 60_000;
const late = 60_000;

function spanOf(letter: DeadLetter) {
  const { commits } = explain(letter);
  if (commits === undefined) return undefined;
  return {
    from: instantOf(Date.parse(commits.from) - early),
    to: instantOf(Date.parse(commits.to) + late),
  };
}
