import type { Clients } from '../../../functions/shell/clients.ts';
import { foldOtherwise } from '../hub/earlier-fold.ts';
import type { Version } from '../hub/functions.ts';
import { manifests } from '../hub/plan.ts';
import { type After, lookAt } from '../invariants/after.ts';
import { invariants } from '../invariants/all.ts';
import { happenings } from '../invariants/happened.ts';
import { makeWorld, type SimulatedHub } from '../make-world.ts';
import { lieNowAndThen, sayWholeSet } from '../receivers/whole-set.ts';
import type { Input } from '../story/input.ts';
import { storyOf } from '../story/story.ts';
import type { Upheaved } from '../weather/fault.ts';
import type { Strike } from '../weather/weather.ts';
import { withOwnDisk } from '../world/own-disk.ts';
import type { LogLine } from '../world/process.ts';

/** An invariant that does not hold, with what is wrong. */
export interface Breach {
  readonly invariant: string;
  readonly says: string;
  readonly found: readonly string[];
}

/** How a seed is run: as it is, or with only some of what happens in it. */
export interface RunOptions {
  readonly seed: number;
  readonly inputs?: ReadonlySet<string>;
  readonly strikes?: ReadonlySet<string>;
  /** What functions reach services by; those of the short way when left out. */
  readonly clients?: Clients;
  /** The version that the hub has until it is deployed, at a moment of the seed. */
  readonly before?: Version | undefined;
}

/** What came of a seed. */
export interface Run {
  readonly seed: number;
  /** The version that the hub had until it was deployed. */
  readonly before: Version | undefined;
  readonly breaches: readonly Breach[];
  readonly inputs: readonly Input[];
  readonly struck: readonly Strike[];
  readonly digest: string;
  readonly trace: readonly string[];
  readonly calls: number;
  /** How often each of what may come about did. */
  readonly happened: ReadonlyMap<string, number>;
}

const start = Date.UTC(2026, 2, 2, 8);
const rebuild = { from: 'timeline', swap: false, announce: false, showPayload: false } as const;

/** Runs a seed: its story in its weather, then without anything going wrong until nothing is left to do. */
export function runSeed(options: RunOptions): Promise<Run> {
  return withOwnDisk(() => played(options));
}

async function played({ seed, inputs: only, strikes, clients, before }: RunOptions): Promise<Run> {
  const { inputs: all, length } = storyOf(seed, start);
  const inputs = all.filter(({ id }) => only === undefined || only.has(id));
  const hub = await makeWorld({
    ...{ seed, weather: { until: length, allowed: strikes ?? 'all', busyAt: all.map(({ at }) => at) } },
    ...(clients && { clients }),
    before,
  });
  const { world } = hub;
  if (before !== undefined)
    world.scheduler.after(world.weather.drawn('deployment') * length, () => world.runtime.deploy());
  for (const input of inputs) world.scheduler.after(input.at, () => hub.does(input));
  lieNowAndThen(world, length);
  upset(hub);
  await hub.advance(start + length);
  const after = await rest(hub, inputs, before);
  const breaches = invariants.flatMap(({ name, says, breaches: look }): Breach[] => {
    const found = look(after);
    return found.length === 0 ? [] : [{ invariant: name, says, found }];
  });
  const happened = Object.entries(happenings).map(([name, count]) => [name, count(after)] as const);
  return {
    happened: new Map(happened),
    ...{
      seed,
      before,
      breaches,
      inputs,
      digest: hub.digest(),
      struck: world.weather.struck,
    },
    get trace() {
      return hub.trace;
    },
    calls: [...world.calls.values()].reduce((sum, calls) => sum + calls, 0),
  };
}

/** Has happen at its moment what is done to the hub as a whole. */
function upset({ world }: SimulatedHub): void {
  const upheaved: Upheaved = {
    systems: manifests.map(({ system }) => system as string),
    deploy: world.runtime.deploy,
    jump: world.runtime.jump,
    operate: world.operate,
    operateUntilDone: (name, work) =>
      world.operate(name, work, isDone => {
        if (!isDone) world.scheduler.after(60_000, () => upheaved.operateUntilDone(name, work));
      }),
    foldOtherwise: random => foldOtherwise(world.dynamodb, random),
    move: () => world.runtime.invoke('move', { anew: true }, () => undefined),
  };
  for (const { kind, after, random, strike, isAllowed } of world.weather.moments()) {
    if (!isAllowed) continue;
    world.scheduler.after(after, () => {
      world.trace.say(kind.says);
      strike();
      kind.moments?.happen(upheaved, random);
    });
  }
}

/** The usual way has half an hour, and a system that fetches has a day; each is passed twice. */
const hoursBetweenMeasurements = [1, 1, 25, 25];

/** Lets the world come to rest, and looks at everything. */
async function rest(hub: SimulatedHub, inputs: readonly Input[], before?: Version): Promise<After> {
  const { world } = hub;
  let isQuiet = await hub.settle();
  const settle = async () => {
    isQuiet = (await hub.settle()) && isQuiet;
  };
  if (before !== undefined) await rebuildAsIsNow(hub);
  const driftBefore = await measured(hub);
  for (const receiver of world.receivers.values()) {
    if (receiver.kind === 'lying') sayWholeSet(world, receiver, true);
  }
  await settle();
  const isResent = world.weather.drawn('resent at the end') < 0.5;
  if (isResent) resendToAll(hub);
  if (isResent) await settle();
  const driftResent = isResent ? await measured(hub) : undefined;
  let drift = driftResent ?? driftBefore;
  for (const hours of hoursBetweenMeasurements) {
    if (drift.every(({ fields }) => ['missing', 'stale', 'extra'].every(kind => fields[kind] === 0))) break;
    await world.scheduler.run(world.scheduler.now + hours * 3_600_000);
    await measured(hub);
    await settle();
    drift = await measured(hub);
  }
  let isRebuiltTheSame = false;
  world.operate(
    'rebuilt',
    operators => operators.rebuild(rebuild),
    isDone => {
      isRebuiltTheSame = isDone;
    },
  );
  await hub.settle();
  const told: string[] = [];
  world.operate('told', operators => operators.told(places => told.push(...places)));
  await hub.settle();
  const driftAfter = await measured(hub);
  return lookAt(hub, { inputs, isQuiet, isRebuiltTheSame, told, driftBefore, driftResent, driftAfter });
}

/** Has operators send every system again what it lacks. */
function resendToAll({ world }: SimulatedHub): void {
  for (const { system } of manifests)
    world.operate(`resent to ${system}`, operators => operators.resend(system));
}

/** Has operators rebuild what an earlier version folded, as after any deployment that changes the fold. */
async function rebuildAsIsNow({ world, settle }: SimulatedHub): Promise<void> {
  world.operate('rebuilt as is now', operators =>
    operators.rebuild({ ...rebuild, swap: true, announce: true }),
  );
  await settle();
}

/** What the hub measures of drift now. */
async function measured({ world }: SimulatedHub): Promise<LogLine[]> {
  const from = world.logs.length;
  world.runtime.invoke('drift', { source: 'aws.events', 'detail-type': 'Scheduled Event' }, () => undefined);
  await world.scheduler.run(world.scheduler.now + 600_000);
  return world.logs.slice(from).filter(({ fields }) => fields['code'] === 'drift-measured');
}
