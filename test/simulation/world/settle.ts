import type { World } from './world.ts';

/** The systems that say their whole set until it needs no change. */
const rounds = 12;

/** Whether nothing is left in a queue that feeds anybody. */
function isEmpty({ queues }: World): boolean {
  return [...queues.values()].every(({ messages }) => messages.length === 0);
}

/**
 * Lets a world come to rest once nothing goes wrong any more: what waits is done, operators put dead letters back, and by
 * the clock what time brings is done. @returns whether nothing was left to do within the time
 */
export async function settleWorld(world: World, milliseconds: number): Promise<boolean> {
  const { scheduler, runtime } = world;
  const until = scheduler.now + milliseconds;
  for (let round = 0; round < rounds; round += 1) {
    await scheduler.run(until, true);
    if (!scheduler.isQuiet) return false;
    for (const name of ['watch', 'quarantine']) {
      runtime.invoke(name, { source: 'aws.events', 'detail-type': 'Scheduled Event' }, () => undefined);
    }
    await scheduler.run(until, true);
    if (isEmpty(world)) return scheduler.isQuiet;
    world.operate('redrive', operators => operators.redrive());
    await scheduler.run(until, true);
  }
  return false;
}
