import { randomUUID } from 'node:crypto';
import { FunctionError } from '../lambda/function-error.ts';
import { functionNamed, type LocalFunctions } from '../lambda/functions.ts';
import { ACCOUNT, REGION } from '../place.ts';
import type { SchedulePlan } from '../plan/schedules.ts';

/** How often to look whether a rule is due while time flows by itself. */
const LOOK_MS = 1000;

/** What the clock has to go by. */
export interface ScheduleSettings {
  readonly plans: readonly SchedulePlan[];
  readonly functions: LocalFunctions;
  /** The hub's time. */
  readonly now: () => Date;
  /** Hears of faults of the runner itself. */
  readonly fault: (error: unknown) => void;
}

/** The rules that go off by the clock. */
export interface Schedules {
  /** Has every rule go off that is due at the hub's time, and waits for the functions' ends. */
  goOff(): Promise<void>;
  stop(): void;
}

/**
 * Has rules go off as the hub's time passes, by itself or because it was set. A rule that would have gone off many times
 * in between goes off once: what is set forward by a month is not played minute by minute.
 *
 * @param settings the rules, the functions and the time
 */
export function startSchedules({ plans, functions, now, fault }: ScheduleSettings): Schedules {
  const next = new Map(plans.map(plan => [plan, nextOf(plan, now().getTime())]));

  async function goOff(): Promise<void> {
    const at = now();
    const due = plans.filter(plan => at.getTime() >= (next.get(plan) ?? 0) || isTooFar(plan, at));
    for (const plan of due) next.set(plan, nextOf(plan, at.getTime()));
    await Promise.all(due.map(plan => invoke(plan, at)));
  }

  /** Time was set back. */
  function isTooFar(plan: SchedulePlan, at: Date): boolean {
    return (next.get(plan) ?? 0) > at.getTime() + plan.everyMs;
  }

  async function invoke({ arn, functionNames }: SchedulePlan, at: Date): Promise<void> {
    const event = {
      ...{ version: '0', id: randomUUID(), 'detail-type': 'Scheduled Event', source: 'aws.events' },
      ...{ account: ACCOUNT, time: at.toISOString(), region: REGION, resources: [arn], detail: {} },
    };
    for (const name of functionNames) {
      try {
        await functionNamed(functions, name).invoke(event);
      } catch (error) {
        if (!(error instanceof FunctionError)) throw error;
      }
    }
  }

  const timer = setInterval(() => void goOff().catch(fault), LOOK_MS);
  timer.unref();
  return { goOff, stop: () => clearInterval(timer) };
}

/** When a rule goes off next after a time. */
function nextOf({ everyMs, atMs }: SchedulePlan, after: number): number {
  if (atMs === undefined) return after + everyMs;
  return Math.floor((after - atMs) / everyMs + 1) * everyMs + atMs;
}
