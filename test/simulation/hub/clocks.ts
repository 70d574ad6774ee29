import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Scheduler } from '../world/scheduler.ts';
import { minutesBetween } from './plan.ts';
import type { Runtime } from './runtime.ts';

interface ClockDeps {
  scheduler: Scheduler;
  runtime: Runtime;
  dynamodb: MemoryDynamoDb;
  /** How long things go wrong, in milliseconds. */
  length: number;
}

const minute = 60_000;
const usualLongest = 6 * 60 * minute;
/** In a long story nothing happens for days. */
const mostLooks = 60;

/** Every function that runs by the clock does so from now on; a run that would find nothing is left out. */
export function startClocks({ scheduler, runtime, dynamodb, length }: ClockDeps): void {
  const isDue = makeDue(dynamodb);
  /** What goes through what other ways have not done runs at least as often as this when nothing changed; what only looks, as often. */
  const longest = Math.max(usualLongest, length / mostLooks);
  const isNews = (table: string) =>
    makeNews({ scheduler, longest, length: () => dynamodb.stream(table)?.length ?? 0 });
  const needs = {
    watch: () => isDue(scheduler.now),
    quarantine: isNews('Quarantine'),
    drift: makeNews({ scheduler, longest, length: () => 0 }),
  };
  for (const [name, minutes] of Object.entries(minutesBetween) as [keyof typeof needs, number][]) {
    const run = () => {
      scheduler.later(minutes * minute, run);
      const event = { source: 'aws.events', 'detail-type': 'Scheduled Event' };
      if (needs[name]()) runtime.invoke(name, event, () => undefined);
    };
    scheduler.later(minutes * minute, run);
  }
}

/** Whether a record is due, by the images in the table's stream: asking the table would take a tenth of all time. */
function makeDue(dynamodb: MemoryDynamoDb): (now: number) => boolean {
  const due = new Map<string, string>();
  let position = 0;
  let earliest = Number.POSITIVE_INFINITY;
  return now => {
    const stream = dynamodb.stream('Records');
    const isKnown = stream === undefined || position === stream.length;
    for (; stream !== undefined && position < stream.length; position += 1) {
      const { Keys, NewImage } = stream.read(position, 1)[0]?.dynamodb ?? {};
      if (Keys?.['sk']?.S !== 'RECORD') continue;
      const at = NewImage?.['nextDueAt']?.S;
      if (at === undefined) due.delete(Keys['pk']?.S ?? '');
      else due.set(Keys['pk']?.S ?? '', at);
    }
    if (!isKnown) earliest = Math.min(...[...due.values()].map(at => Date.parse(at)));
    // A clock may run ahead of the world's.
    return earliest <= now + minute;
  };
}

interface NewsDeps {
  scheduler: Scheduler;
  longest: number;
  length: () => number;
}

function makeNews({ scheduler, longest, length }: NewsDeps): () => boolean {
  let seen = -1;
  let ranAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (length() === seen && scheduler.now - ranAt < longest) return false;
    seen = length();
    ranAt = scheduler.now;
    return true;
  };
}
