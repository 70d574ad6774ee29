import type { DynamoDBRecord } from 'aws-lambda';
import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Scheduler, Task } from '../world/scheduler.ts';
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
const mostLooks = 24;

/** Whether a function that runs by the clock would find anything, and from when on it would. */
interface Need {
  /** From when on, as it is now known: a run before that would find nothing. */
  readonly from: () => number;
  readonly onRun: () => void;
}

/**
 * Every function that runs by the clock does so from now on; a run that would find nothing is left out.
 * @returns what is to be called when a table was written to
 */
export function startClocks({ scheduler, runtime, dynamodb, length }: ClockDeps): () => void {
  /** What goes through what other ways have not done runs at least as often as this when nothing changed; what only looks, as often. */
  const longest = Math.max(usualLongest, length / mostLooks);
  const isNews = (table: string) =>
    makeNews({ scheduler, longest, length: () => dynamodb.stream(table)?.length ?? 0 });
  const needs = {
    watch: makeDue(dynamodb),
    quarantine: isNews('Quarantine'),
    drift: makeNews({ scheduler, longest, length: () => 0 }),
    move: isNews('Records'),
  };
  const clocks = (Object.entries(minutesBetween) as [keyof typeof needs, number][]).map(([name, minutes]) =>
    makeClock(scheduler, minutes * minute, needs[name], () =>
      runtime.invoke(name, { source: 'aws.events', 'detail-type': 'Scheduled Event' }, () => undefined),
    ),
  );
  return () => {
    for (const { set } of clocks) set();
  };
}

/** Makes a clock that strikes every so often, and only where that is needed. */
function makeClock(scheduler: Scheduler, period: number, need: Need, run: () => void): { set(): void } {
  const start = scheduler.now;
  let next: Task | undefined;
  let nextAt = Number.POSITIVE_INFINITY;

  /** Has it strike at the first stroke that is needed, as far as that is known. */
  function set(): void {
    const strokes = Math.max(
      Math.floor((scheduler.now - start) / period) + 1,
      Math.ceil((need.from() - start) / period),
    );
    const at = start + strokes * period;
    if (at >= nextAt) return;
    next?.cancel();
    nextAt = at;
    next = scheduler.later(at - scheduler.now, strike);
  }

  function strike(): void {
    nextAt = Number.POSITIVE_INFINITY;
    if (need.from() <= scheduler.now) {
      need.onRun();
      run();
    }
    set();
  }
  set();
  return { set };
}

/** When a record is due, by the images in the table's stream: asking the table would take a tenth of all time. */
function makeDue(dynamodb: MemoryDynamoDb): Need {
  const due = new Map<string, number>();
  let position = 0;
  let earliest: number | undefined;

  function follow({ Keys, NewImage }: NonNullable<DynamoDBRecord['dynamodb']>): void {
    if (Keys?.['sk']?.S !== 'RECORD') return;
    const subject = Keys['pk']?.S ?? '';
    const at = NewImage?.['nextDueAt']?.S;
    if (due.get(subject) === earliest) earliest = undefined;
    if (at === undefined) due.delete(subject);
    else due.set(subject, Date.parse(at));
    if (earliest !== undefined) earliest = Math.min(earliest, due.get(subject) ?? earliest);
  }

  return {
    onRun: () => undefined,
    from() {
      const stream = dynamodb.stream('Records');
      for (; stream !== undefined && position < stream.length; position += 1)
        follow(stream.read(position, 1)[0]?.dynamodb ?? {});
      earliest ??= Math.min(...due.values());
      // A clock may run ahead of the world's.
      return earliest - minute;
    },
  };
}

interface NewsDeps {
  scheduler: Scheduler;
  longest: number;
  length: () => number;
}

function makeNews({ scheduler, longest, length }: NewsDeps): Need {
  let seen = -1;
  let ranAt = Number.NEGATIVE_INFINITY;
  return {
    from: () => (length() === seen ? ranAt + longest : scheduler.now),
    onRun() {
      seen = length();
      ranAt = scheduler.now;
    },
  };
}
