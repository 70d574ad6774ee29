import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { findReferenced, readResources } from './read.ts';

/** A rule that goes off by the clock. */
export interface SchedulePlan {
  readonly arn: string;
  /** Names of the functions that it invokes. */
  readonly functionNames: readonly string[];
  readonly everyMs: number;
  /** At which time of the day in UTC, where it is once a day. */
  readonly atMs?: number;
}

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const times = z.string().transform((text, context) => {
  const [, amount, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  if (unit !== undefined) return { everyMs: Number(amount) * unitMs[unit as keyof typeof unitMs] };
  const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(text) ?? [];
  if (hour !== undefined)
    return { everyMs: unitMs.day, atMs: Number(hour) * unitMs.hour + Number(minute) * unitMs.minute };
  context.addIssue(`${text} is not played: give a rate, or a time of every day`);
  return z.NEVER;
});

const schedule = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  ScheduleExpression: times,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.strictObject({ Id: z.string(), Arn: z.string(), RetryPolicy: z.unknown().optional() })),
  Tags: z.unknown().optional(),
});

/** Whether a rule goes off by the clock instead of by what happens. */
export function isSchedule({ type, properties }: Resource): boolean {
  return type === 'AWS::Events::Rule' && 'ScheduleExpression' in properties;
}

/**
 * Plans the rules that go off by the clock.
 *
 * @param resources every resource of the app
 * @throws when one is neither a rate nor a time of every day, or targets anything but a function of the app
 */
export function planSchedules(resources: readonly Resource[]): SchedulePlan[] {
  const rules = readResources(resources.filter(isSchedule), ['AWS::Events::Rule'], schedule);
  return rules
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ resource, properties }) => ({
      arn: resource.attributes['Arn'] ?? '',
      functionNames: properties.Targets.map(
        ({ Arn }) => findReferenced(resources, Arn, 'AWS::Lambda::Function').name,
      ),
      ...properties.ScheduleExpression,
    }));
}
