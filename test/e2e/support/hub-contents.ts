import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalHub } from '@infra/local';
import { chunksOf } from '../../../functions/shell/chunks.ts';
import { markOf } from '../../../functions/shell/priority.ts';
import { inClear } from '../../../functions/shell/tables/records/packed.ts';
import { rowsApart } from '../../../functions/shell/tables/records/rows-in-record.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';

/** Says it on the bus, as `receive` does. */
export async function publish(hub: LocalHub, events: readonly SystemEvent[]): Promise<void> {
  const bus = new EventBridgeClient(hub.awsConfig('eventbridge'));
  const EventBusName = hub.outputs['BusName'];
  for (const chunk of chunksOf(events, 10)) {
    const Entries = chunk.map(event => ({
      EventBusName,
      Source: event.source,
      DetailType: event.type,
      Detail: JSON.stringify(event),
      Resources: [markOf('single')],
    }));
    await bus.send(new PutEventsCommand({ Entries }));
  }
}

/** How often the hub said something of flags on the bus, and how many times without what it said both at once and by the relay. */
export function announcedOfFlags(hub: LocalHub): { announced: number; kept: number } {
  const ids = hub
    .archive()
    .filter(event => /^housing\.flag\.(raised|changed|cleared)/.test(String(event['detail-type'])))
    .map(({ detail }) => (detail as { id: string }).id);
  return { announced: ids.length, kept: new Set(ids).size };
}

/** Everything in the table of that output in clear, by key; rows that lie in a record at their own keys. */
export async function itemsIn(hub: LocalHub, output: string): Promise<Map<string, Record<string, unknown>>> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(hub.awsConfig('dynamodb')));
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: hub.outputs[output] })) {
    items.push(...Items.map(inClear));
  }
  return new Map(rowsApart(items).map(item => [`${item['pk']} ${item['sk']}`, item]));
}
