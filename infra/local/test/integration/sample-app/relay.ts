import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

const bus = new EventBridgeClient();

export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    const row = record.dynamodb?.NewImage;
    const type = row?.['type']?.S;
    process.stdout.write(
      `${JSON.stringify({ relayed: type, name: record.eventName, by: record.userIdentity })}\n`,
    );
    if (type === undefined) continue;
    if (type === 'poison')
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    const detail = {
      id: record.dynamodb?.Keys?.['PK']?.S,
      text: type === 'large.v1' ? 'x'.repeat(2000) : '',
    };
    const Entries = [
      {
        EventBusName: process.env['BUS'],
        Source: 'urn:sample:hub',
        DetailType: type,
        Detail: JSON.stringify(detail),
      },
    ];
    const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount !== 0) throw new Error('not published');
  }
  return { batchItemFailures: [] };
}
