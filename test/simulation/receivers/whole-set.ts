import type { Json } from '../world/process.ts';
import type { World } from '../world/world.ts';
import { wholeSetOf } from './claims.ts';
import type { Receiver } from './receiver.ts';

const mostRounds = 6;

/**
 * Has a system say everything that it holds and do what it is answered, until nothing is left to do. One that lies does
 * so only once it is honest; before, it says what is not so and does nothing about the answer.
 */
export function sayWholeSet(world: World, receiver: Receiver, isHonest: boolean, round = 1): void {
  const { system } = receiver;
  const request = {
    ...{ function: `deliver-${system}`, method: 'PUT', path: `/v1/systems/${system}/flags` },
    claims: { client_id: system, scope: `lintel/${system}.publish` },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wholeSetOf(receiver, world.weather, isHonest)),
  };
  world.door.insist(request, ({ status, body }) => {
    world.trace.say(`${system} has said its whole set: ${status}`);
    if (status !== 200 || (!isHonest && receiver.kind === 'lying')) return;
    if (correct(world, receiver, body) > 0 && round < mostRounds)
      sayWholeSet(world, receiver, isHonest, round + 1);
  });
}

/** Does what an answer says. @returns how much there was to do */
function correct({ told, scheduler }: World, receiver: Receiver, { raise, update, remove }: Json): number {
  for (const { message } of [...raise, ...update]) {
    if (message === undefined) continue;
    receiver.take(message);
    (told as Json[]).push({ system: receiver.system, body: message, at: scheduler.now });
  }
  for (const { id } of remove) receiver.drop(id);
  return raise.length + update.length + remove.length;
}

/** Has every system that lies lose some of what it has, and say what is not so, a few times in a story. */
export function lieNowAndThen(world: World, length: number): void {
  for (const receiver of world.receivers.values()) {
    if (receiver.kind !== 'lying') continue;
    const chance = world.random.split(`lies of ${receiver.system}`);
    for (let time = 0; time < 2; time += 1) {
      world.scheduler.after(chance.next() * length, () => {
        world.trace.say(`${receiver.system} loses some of what it has`);
        receiver.forget(() => chance.chance(0.3));
        sayWholeSet(world, receiver, false);
      });
    }
  }
}
