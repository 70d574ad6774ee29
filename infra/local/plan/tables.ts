import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { readResources } from './read.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
});
const schema = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

/** A DynamoDB table to create. */
export interface TablePlan {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** The request DynamoDB's CreateTable takes. */
  readonly createTable: Readonly<Record<string, unknown>>;
  /** Attribute that holds the expiry, in seconds since 1970. */
  readonly timeToLive: string | undefined;
}

/**
 * Plans the app's tables. Capacity, backups and encryption make no difference on one machine.
 *
 * @param resources every resource of the app
 */
export function planTables(resources: readonly Resource[]): TablePlan[] {
  return readResources(resources, ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'], schema).map(
    ({ resource, properties }) => {
      const { StreamSpecification: stream, TimeToLiveSpecification: expiry, ...definition } = properties;
      return {
        logicalId: resource.logicalId,
        name: resource.name,
        arn: resource.attributes['Arn'] ?? '',
        createTable: {
          TableName: resource.name,
          BillingMode: 'PAY_PER_REQUEST',
          ...definition,
          StreamSpecification: stream && { StreamEnabled: true, StreamViewType: stream.StreamViewType },
        },
        timeToLive: expiry?.Enabled === true ? expiry.AttributeName : undefined,
      };
    },
  );
}
