import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

/** What an event asks of this function. */
interface Thing {
  readonly id: string;
  readonly mode?: 'fail' | 'fail-once' | 'hang' | 'exit';
  readonly outbox?: string;
}

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    try {
      await write(record);
    } catch (error) {
      process.stderr.write(`not recorded: ${String(error)}\n`);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

async function write(record: SQSRecord): Promise<void> {
  const { detail, time } = JSON.parse(record.body) as { detail: Thing; time: string };
  const { id, mode, outbox } = detail;
  if (mode === 'fail') throw new Error('told to fail');
  const first = record.attributes.ApproximateReceiveCount === '1';
  if (mode === 'fail-once' && first) throw new Error('told to fail once');
  if (mode === 'hang' && first) await new Promise(() => setInterval(() => undefined, 1000));
  if (mode === 'exit' && first) process.exit(1);
  const at = new Date().toISOString();
  const rows = [
    { PK: id, SK: 'thing', at, eventTime: time, sent: record.attributes.SentTimestamp },
    ...(outbox === undefined ? [] : [{ PK: id, SK: `outbox#${outbox}`, at, type: outbox }]),
  ];
  await table.send(
    new TransactWriteCommand({
      TransactItems: rows.map(Item => ({ Put: { TableName: process.env['TABLE'], Item } })),
    }),
  );
}
