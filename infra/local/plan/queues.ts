import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { findReferenced, readResources } from './read.ts';

/** An SQS queue to create. */
export interface QueuePlan {
  readonly logicalId: string;
  readonly name: string;
  /** Attributes as SQS's CreateQueue takes them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Name of the queue its redrive policy moves messages to. */
  readonly deadLetterQueue: string | undefined;
}

/** Queue-wide delays are kept in order but not in length. */
const LONGEST_DELAY_SECONDS = 1;

const schema = z.object({
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
  DelaySeconds: z.number().optional(),
  MaximumMessageSize: z.number().optional(),
  MessageRetentionPeriod: z.number().optional(),
  ReceiveMessageWaitTimeSeconds: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

/**
 * Plans the app's queues.
 *
 * @param resources every resource of the app
 * @throws when a redrive policy names a queue the app does not have
 */
export function planQueues(resources: readonly Resource[]): QueuePlan[] {
  return readResources(resources, ['AWS::SQS::Queue'], schema).map(({ resource, properties }) => {
    const { RedrivePolicy: redrive, DelaySeconds: delay, ...plain } = properties;
    const attributes = {
      ...plain,
      DelaySeconds: delay && Math.min(delay, LONGEST_DELAY_SECONDS),
      RedrivePolicy: redrive && JSON.stringify(redrive),
    };
    return {
      logicalId: resource.logicalId,
      name: resource.name,
      attributes: asText(attributes),
      deadLetterQueue:
        redrive && findReferenced(resources, redrive.deadLetterTargetArn, 'AWS::SQS::Queue').name,
    };
  });
}

function asText(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
