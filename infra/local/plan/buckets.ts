import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { readResources } from './read.ts';

/** A bucket to create. */
export interface BucketPlan {
  readonly logicalId: string;
  readonly name: string;
  /** Whether the account's own bus hears of its objects. */
  readonly announces: boolean;
}

/** Any other notification is refused: leaving it out would change what the stack does. */
const schema = z.object({
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.boolean() }) })
    .optional(),
});

/**
 * Plans the app's buckets. Encryption, versions, lifecycle and access make no difference on one machine.
 *
 * @param resources every resource of the app
 */
export function planBuckets(resources: readonly Resource[]): BucketPlan[] {
  return readResources(resources, ['AWS::S3::Bucket'], schema).map(({ resource, properties }) => ({
    logicalId: resource.logicalId,
    name: resource.ref,
    announces: properties.NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
  }));
}
