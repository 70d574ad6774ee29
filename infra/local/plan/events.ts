import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { compilePattern, type EventTest } from '../event-pattern/compile.ts';
import type { Json, JsonObject } from '../json.ts';
import { findReferenced, readResources } from './read.ts';
import { isSchedule } from './schedules.ts';

/** A rule of a bus: what it matches, and the queues the whole event goes to. */
export interface RulePlan {
  readonly arn: string;
  readonly bus: string;
  readonly matches: EventTest;
  readonly targets: readonly TargetPlan[];
}

/** A queue a rule sends to, and the queue for what cannot be sent. */
export interface TargetPlan {
  readonly queue: string;
  readonly queueArn: string;
  readonly deadLetterQueue: string | undefined;
}

/** An archive of a bus. */
interface ArchivePlan {
  readonly arn: string;
  readonly bus: string;
  readonly busArn: string;
  readonly matches: EventTest;
}

/** The buses of the app and what listens on them. */
export interface EventsPlan {
  /** Names; every account has a bus called `default`. */
  readonly buses: readonly string[];
  readonly rules: readonly RulePlan[];
  readonly archives: readonly ArchivePlan[];
}

const pattern = z.custom<JsonObject>(value => typeof value === 'object' && value !== null);

const target = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  RetryPolicy: z.unknown().optional(),
});

const rule = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  EventBusName: z.string().default('default'),
  EventPattern: pattern,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(target).default([]),
  Tags: z.unknown().optional(),
});

const archive = z.object({ SourceArn: z.string(), EventPattern: pattern.optional() });

/**
 * Plans buses, rules and archives.
 *
 * @param resources every resource of the app
 * @throws when a rule transforms its input or targets anything but a queue of the app, or when a pattern uses an
 *   operator that is not known
 */
export function planEvents(resources: readonly Resource[]): EventsPlan {
  const buses = resources.filter(({ type }) => type === 'AWS::Events::EventBus').map(({ name }) => name);
  const others = resources.filter(resource => !isSchedule(resource));
  const rules = readResources(others, ['AWS::Events::Rule'], rule).filter(
    ({ properties }) => properties.State === 'ENABLED',
  );
  return {
    buses: [...buses, 'default'],
    rules: rules.map(({ resource, properties }) => ({
      arn: resource.attributes['Arn'] ?? '',
      bus: properties.EventBusName.split('/').at(-1) ?? '',
      matches: compilePattern(properties.EventPattern),
      targets: properties.Targets.map(({ Arn, DeadLetterConfig }) =>
        planTarget(resources, Arn, DeadLetterConfig?.Arn),
      ),
    })),
    archives: readResources(resources, ['AWS::Events::Archive'], archive).map(({ resource, properties }) => ({
      arn: resource.attributes['Arn'] ?? '',
      bus: findReferenced(resources, properties.SourceArn, 'AWS::Events::EventBus').name,
      busArn: properties.SourceArn,
      matches: properties.EventPattern === undefined ? matchesAll : compilePattern(properties.EventPattern),
    })),
  };
}

function planTarget(
  resources: readonly Resource[],
  arn: string,
  deadLetterArn: string | undefined,
): TargetPlan {
  return {
    queue: findReferenced(resources, arn, 'AWS::SQS::Queue').name,
    queueArn: arn,
    deadLetterQueue: deadLetterArn && findReferenced(resources, deadLetterArn, 'AWS::SQS::Queue').name,
  };
}

function matchesAll(_event: Json): boolean {
  return true;
}
