import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalHub } from '@infra/local';
import { markOf } from '../../../functions/shell/priority.ts';

/** Past every door of a running hub: what AWS, a broken system or a broken disk may do to it. */
export interface Wires {
  /** Puts a message into the queue whose URL is this output, with these attributes. */
  queue(output: string, body: string, attributes?: Readonly<Record<string, string>>): Promise<void>;
  /** Says things on the bus, as the archive has them. */
  publish(...events: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Makes the record of a home unreadable. */
  damage(uprn: string): Promise<void>;
  cut(): void;
}

export function makeWires({ awsConfig, outputs }: Pick<LocalHub, 'awsConfig' | 'outputs'>): Wires {
  const queues = new SQSClient(awsConfig('sqs'));
  const bus = new EventBridgeClient(awsConfig('eventbridge'));
  const tables = new DynamoDBClient(awsConfig('dynamodb'));
  return {
    async queue(output, MessageBody, attributes = {}) {
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
      );
      await queues.send(
        new SendMessageCommand({ QueueUrl: outputs[output], MessageBody, MessageAttributes }),
      );
    },
    async publish(...events) {
      const Entries = events.map(event => ({
        EventBusName: outputs['BusName'],
        Source: String(event['source']),
        DetailType: String(event['detail-type']),
        Detail: JSON.stringify(event['detail']),
        Resources: [markOf('single')],
      }));
      await bus.send(new PutEventsCommand({ Entries }));
    },
    async damage(uprn) {
      const write = {
        TableName: outputs['RecordsTableName'],
        Key: { pk: { S: `PROPERTY#${uprn}` }, sk: { S: 'RECORD' } },
        UpdateExpression: 'SET #record = :rubbish',
        ExpressionAttributeNames: { '#record': 'record' },
        ExpressionAttributeValues: { ':rubbish': { S: 'rubbish' } },
      };
      await tables.send(new UpdateItemCommand(write));
    },
    cut() {
      for (const client of [queues, bus, tables]) client.destroy();
    },
  };
}
