import { describe, expect, it } from 'vitest';
import { createActivity } from '../../activity.ts';
import { untilSettled } from '../../settle.ts';
import { createDeferrals } from '../../sqs/deferrals.ts';
import type { Queues } from '../../sqs/queues.ts';

/** Something to settle, with a queue whose depth and a stream whose content the test decides. */
function restless(depths: () => Record<string, number>, poll: () => boolean = () => false) {
  const activity = createActivity();
  const queues = {
    depths: () => Promise.resolve(new Map(Object.entries(depths()))),
    deferrals: createDeferrals(() => new Date()),
  } as unknown as Queues;
  return {
    activity,
    queues,
    consumed: new Set(['work']),
    streams: [{ poll: () => Promise.resolve(poll()) }],
  };
}

describe('rest', () => {
  it('is when nothing is queued, whatever lies in queues nobody consumes', async () => {
    await expect(
      untilSettled(
        restless(() => ({ work: 0, inbox: 3 })),
        1000,
      ),
    ).resolves.toBeUndefined();
  });

  it('is when all that is queued was deferred', async () => {
    const hub = restless(() => ({ work: 2 }));
    for (const handle of ['a', 'b']) hub.queues.deferrals.note('work', handle, 60);
    await expect(untilSettled(hub, 1000)).resolves.toBeUndefined();
  });

  it('waits for queues, streams and what is in hand', async () => {
    const looks = [1, 1, 0];
    const found = [true, false];
    const hub = restless(
      () => ({ work: looks.shift() ?? 0 }),
      () => found.shift() ?? false,
    );
    const ended = hub.activity.begin('an invocation');
    const settled = untilSettled(hub, 5000);
    ended();
    await settled;
    expect([looks, found]).toEqual([[], []]);
  });

  it.each([
    ['while it counts the queues first', 1],
    ['while it counts them again', 2],
  ])('does not trust what it saw when something began %s', async (_when, moment) => {
    let counted = 0;
    let polled = 0;
    const hub = restless(
      () => {
        counted += 1;
        if (counted === moment) hub.activity.begin('an invocation that is over before the look is')();
        return { work: 0 };
      },
      () => {
        polled += 1;
        return false;
      },
    );
    await untilSettled(hub, 1000);
    expect(polled).toBe(2);
  });

  it('leaves the streams alone while something is queued', async () => {
    const looks = [1, 1, 0, 0];
    let polled = 0;
    const hub = restless(
      () => ({ work: looks.shift() ?? 0 }),
      () => {
        polled += 1;
        return false;
      },
    );
    await untilSettled(hub, 1000);
    expect([looks, polled]).toEqual([[], 1]);
  });

  it('says what is outstanding when time is up', async () => {
    await expect(
      untilSettled(
        restless(() => ({ work: 2 })),
        50,
      ),
    ).rejects.toThrow('not settled after 50 ms: 2 in work');
  });

  it('does not come when the runner itself failed', async () => {
    const hub = restless(() => ({ work: 1 }));
    const settled = untilSettled(hub, 5000);
    hub.activity.fault(new Error('broken'));
    await expect(settled).rejects.toMatchObject({
      message: 'the local runner failed',
      cause: new Error('broken'),
    });
  });
});
