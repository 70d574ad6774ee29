import type { Json, JsonObject } from '../json.ts';
import { REGION } from '../place.ts';

/** A record as DynamoDB Streams' GetRecords has it on the wire. */
export interface StreamRecord extends JsonObject {
  readonly eventName: string;
  readonly dynamodb: JsonObject & {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
}

/**
 * Builds the record Lambda hands to a function. Two things DynamoDB Local says differently are put
 * right: a delete by expiry arrives with an unknown name and without the service's identity, and
 * times are real times.
 *
 * @param record as read from the stream
 * @param streamArn where it comes from
 * @param offsetMs what to add to real time to get the hub's
 */
export function lambdaStreamRecord(record: StreamRecord, streamArn: string, offsetMs: number): StreamRecord {
  const expired = record.eventName === 'UNKNOWN_TO_SDK_VERSION';
  const service: Json = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };
  const changed = record.dynamodb.ApproximateCreationDateTime + Math.round(offsetMs / 1000);
  return {
    ...record,
    eventName: expired ? 'REMOVE' : record.eventName,
    ...(expired && { userIdentity: service }),
    awsRegion: REGION,
    eventSourceARN: streamArn,
    dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: changed },
  };
}
