import process from 'node:process';

/** Something that is going to happen. */
export interface Task {
  cancel(): void;
}

/** Time as the world has it: nothing happens but what was put in here, one thing after the other. */
export interface Scheduler {
  /** The present time in milliseconds since 1970. */
  readonly now: number;
  /** Has something happen in so many milliseconds. */
  after(milliseconds: number, happen: () => void): Task;
  /** As `after`, but the world counts as quiet although it is still to come. */
  later(milliseconds: number, happen: () => void): Task;
  /** Whether anything is to come for which the world is not quiet. */
  readonly isQuiet: boolean;
  /** Has everything happen up to an instant, or until the world is quiet. */
  run(until: number, untilQuiet?: boolean): Promise<void>;
}

interface Entry {
  at: number;
  order: number;
  counts: boolean;
  happen: (() => void) | undefined;
}

/**
 * Makes a world's time.
 * @param isBusy whether code is running that has not come to its next wait yet
 */
export function makeScheduler(start: number, isBusy: () => boolean): Scheduler {
  const heap: Entry[] = [];
  let now = start;
  let order = 0;
  let counting = 0;

  function add(milliseconds: number, happen: () => void, counts: boolean): Task {
    order += 1;
    const entry: Entry = { at: now + Math.max(0, milliseconds), order, counts, happen };
    push(heap, entry);
    if (counts) counting += 1;
    return {
      cancel() {
        if (entry.happen !== undefined && counts) counting -= 1;
        entry.happen = undefined;
      },
    };
  }

  /** Takes the next that falls due by an instant; what was cancelled is no more. */
  function due(until: number): Entry | undefined {
    for (let first = heap[0]; first !== undefined && first.at <= until; first = heap[0]) {
      pop(heap);
      if (first.happen !== undefined) return first;
    }
    return undefined;
  }

  function perform(entry: Entry): void {
    const { happen, counts } = entry;
    entry.happen = undefined;
    if (counts) counting -= 1;
    happen?.();
  }

  return {
    get now() {
      return now;
    },
    get isQuiet() {
      return counting === 0;
    },
    after: (milliseconds, happen) => add(milliseconds, happen, true),
    later: (milliseconds, happen) => add(milliseconds, happen, false),
    async run(until, untilQuiet = false) {
      await idle(isBusy);
      while (!(untilQuiet && counting === 0)) {
        const entry = due(until);
        if (entry === undefined) break;
        now = Math.max(now, entry.at);
        perform(entry);
        if (isBusy()) await idle(isBusy);
      }
      if (!untilQuiet) now = Math.max(now, until);
    },
  };
}

/** Far more turns of the event loop than anything needs. */
const maximumTurns = 200_000;

/**
 * Until all code has come to a wait that this world ends. Most of it only goes from promise to promise, which is over by
 * the next tick; files in a folder take turns of the event loop.
 */
async function idle(isBusy: () => boolean): Promise<void> {
  await new Promise<void>(resolve => process.nextTick(resolve));
  if (!isBusy()) return;
  for (let turn = 0; turn < maximumTurns; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
    if (!isBusy()) return;
  }
  throw new Error('Something waits for what is not of this world');
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Entry;
    if (!isBefore(entry, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop() as Entry;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Entry, heap[below] as Entry)) below += 1;
    if (!isBefore(heap[below] as Entry, last)) break;
    heap[at] = heap[below] as Entry;
    at = below;
  }
  heap[at] = last;
}
