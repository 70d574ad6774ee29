import type { Instant } from '../../../schemas/reference.ts';
import { secondsBetween } from '../../core/time/instants.ts';
import type { DeadLetterQueues } from '../../shell/operations/dead-letter-queues.ts';
import type { Replay } from '../../shell/operations/replay.ts';
import type { HubParts } from './hub-parts.ts';

interface Deps {
  parts: Pick<HubParts, 'recordRuleArn' | 'queues'>;
  replay: Replay;
  deadLetters: DeadLetterQueues;
  now: () => Instant;
  /** The last moment of which there can be an event in the archive. */
  latest: () => Instant;
  newName: () => string;
  wait: () => Promise<unknown>;
  print: (line: string) => void;
}

const recordQueue = 'records';
/** Younger events may not have reached the archive. */
const archivedAfterSeconds = 10 * 60;

/**
 * Replays a stretch of the archive to the records alone, and waits until they have dealt with it. What is on record
 * already changes nothing; what was missing is recorded now, and flags that follow from it are announced like any others.
 * @returns whether all of it went through.
 */
export async function replayToRecords(deps: Deps, { from, to }: { from: Instant; to: Instant | undefined }) {
  const { parts, replay, deadLetters, now, latest, newName, wait, print } = deps;
  const until = to ?? latest();
  if (Math.abs(secondsBetween(until, now())) < archivedAfterSeconds) {
    print('What was published in the last ten minutes may not be in the archive yet');
  }
  const name = newName();
  print(`${name}: replaying what was published from ${from} to ${until}, to the records only`);
  const { completed, outcome } = await replay({ name, from, to: until, ruleArn: parts.recordRuleArn });
  print(`${name}: ${outcome}`);
  const queue = parts.queues.find(candidate => candidate.name === recordQueue);
  const sources = queue === undefined ? [] : await deadLetters.sourcesOf(queue.url);
  if (queue === undefined || sources.length === 0) return completed;
  for (const source of sources) while ((await deadLetters.depth(source)) > 0) await wait();
  const failed = await deadLetters.depth(queue.url);
  print(
    failed === 0 ? 'The records have dealt with all of it' : `${failed} messages are among the dead letters`,
  );
  return completed && failed === 0;
}
