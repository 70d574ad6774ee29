import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilesDeps } from '../../functions/intake/files/deps.ts';
import { isThorough } from '../support/effort.ts';
import { type FilesDesk, openFilesDesk } from './support/files-desk.ts';

let desk: FilesDesk;
beforeEach(async () => {
  desk = await openFilesDesk();
});
afterEach(() => desk.clear());

const headings = 'Job no,Property ref,Priority,Raised,Appointment';
const job = (number: number, flat: number, appointment = '') =>
  `R-${number},000471${String(flat).padStart(2, '0')},3,2026-01-10,${appointment}`;
const jobs = (...lines: readonly string[]) => [headings, ...lines].join('\n');
const firstNight = jobs(...Array.from({ length: 9 }, (_, index) => job(index, index + 1)));
const secondNight = jobs(
  ...[1, 2, 3, 4, 5, 6].map(number => job(number, number + 1)),
  job(7, 8, '2026-02-10T09:00'),
  job(20, 99),
  job(21, 3),
);

/** The dependencies, of which the call of the given number fails: before it does anything, or when it has done it. */
function failingAt(deps: FilesDeps, number: number, done: boolean): { deps: FilesDeps; calls: () => number } {
  let calls = 0;
  const failing =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      calls += 1;
      const fails = calls === number;
      if (fails && !done) throw new Error('killed');
      const result = await call(...given);
      if (fails) throw new Error('killed');
      return result;
    };
  const each = <T extends object>(all: T): T =>
    Object.fromEntries(
      Object.entries(all).map(([name, call]) => [
        name,
        typeof call === 'function' ? failing(call.bind(all)) : call,
      ]),
    ) as T;
  return {
    calls: () => calls,
    deps: {
      ...deps,
      keep: failing(deps.keep),
      publish: failing(deps.publish),
      enqueue: failing(deps.enqueue),
      files: each(deps.files),
      objects: each(deps.objects),
      directory: each(deps.directory),
    },
  };
}

async function nights(wrap: (deps: FilesDeps) => FilesDeps = deps => deps) {
  const own = await openFilesDesk();
  const first = await own.upload(firstNight);
  await own.workOff(first.fileId);
  own.clock.at = '2026-02-03T02:00:00Z';
  const second = await own.upload(secondNight);
  const deps = wrap(own.deps);
  let failures = 0;
  const attempt = async (given: FilesDeps) => {
    try {
      return await own.workOff(second.fileId, { deps: given });
    } catch {
      failures += 1;
      return undefined;
    }
  };
  const done = (await attempt(deps)) ?? (await own.workOff(second.fileId));
  const feed = await own.deps.files.findFeed('open-jobs');
  const outcome = {
    state: done.state,
    counts: done.counts,
    feed: { sequence: feed?.sequence, rows: feed?.rows },
    // `recordedtime` is when the hub heard; nothing else may differ.
    events: [...new Map(own.published.map(event => [event.id, { ...event, recordedtime: '' }])).values()]
      .map(event => JSON.stringify(event).replaceAll(second.fileId, ''))
      .toSorted(),
    lines: await own.linesOf(done),
  };
  await own.clear();
  return { outcome, failures };
}

describe('a file whose function is killed', () => {
  it('at any call, before or after it, is carried on to the same end', async () => {
    const undisturbed = await nights();
    let counted = { calls: () => 0 };
    await nights(deps => {
      const counting = failingAt(deps, 0, false);
      counted = counting;
      return counting.deps;
    });
    const places = Array.from({ length: counted.calls() }, (_, index) => index + 1);
    expect(places.length).toBeGreaterThan(15);
    for (const done of [false, true]) {
      for (const place of places) {
        if (!isThorough && (place % 2 === 0) !== done) continue;
        const { outcome, failures } = await nights(deps => failingAt(deps, place, done).deps);
        expect(failures, `call ${place}`).toBe(1);
        expect(outcome, `killed ${done ? 'after' : 'before'} call ${place}`).toEqual(undisturbed.outcome);
      }
    }
  });
});

describe('a file that takes more time than there is', () => {
  it('is put back and carried on where it was, row by row', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) =>
      JSON.stringify({ messageType: 'Nothing', index }),
    );
    const { fileId } = await desk.upload(lines.join('\n'), {
      kind: 'events',
      contentType: 'application/x-ndjson',
    });
    let strides = 0;
    const once = () => {
      strides += 1;
      return strides <= 1;
    };
    const first = await desk.workOff(fileId, { hasTime: once });
    expect(first).toMatchObject({ state: 'processing', dealtWith: 5_000, counts: { rows: 5_000 } });
    expect(first.claim).toBeUndefined();
    expect(desk.queued).toEqual([fileId]);
    const done = await desk.workOff(fileId, { messageId: 'm-2' });
    expect(done).toMatchObject({ state: 'done', counts: { rows: 6_000, quarantined: 6_000 } });
    const rows = (await desk.linesOf(done)).map(({ row }) => row);
    expect(rows).toEqual(Array.from({ length: 6_000 }, (_, index) => index + 1));
  });
});

describe('two messages about one file', () => {
  it('do not work on it at once; the second may when the first cannot be at it any more', async () => {
    const { fileId } = await desk.upload(firstNight);
    const stuck = { ...desk.deps, publish: () => Promise.reject(new Error('killed')) };
    await expect(desk.workOff(fileId, { deps: stuck })).rejects.toThrow('killed');
    await expect(desk.workOff(fileId, { messageId: 'm-2' })).rejects.toThrow(/holds the lease/);
    desk.clock.at = '2026-02-02T02:05:01Z';
    expect(await desk.workOff(fileId, { messageId: 'm-2' })).toMatchObject({ state: 'done' });
    const before = desk.published.length;
    expect(await desk.workOff(fileId)).toMatchObject({ state: 'done' });
    expect(desk.published).toHaveLength(before);
  });
});

describe('two snapshots of one feed at once', () => {
  it('are taken one after the other: of the two that were compared with the same, one compares again', async () => {
    const first = await desk.upload(firstNight);
    desk.clock.at = '2026-02-03T02:00:00Z';
    const second = await desk.upload(secondNight);
    const both = await Promise.allSettled([
      desk.workOff(first.fileId),
      desk.workOff(second.fileId, { messageId: 'm-2' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await desk.workOff(first.fileId);
    await desk.workOff(second.fileId, { messageId: 'm-2' });
    const feed = await desk.deps.files.findFeed('open-jobs');
    expect(feed).toMatchObject({ fileId: second.fileId, rows: 9 });
  });
});
