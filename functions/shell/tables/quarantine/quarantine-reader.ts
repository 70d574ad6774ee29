import { paginateQuery, QueryCommand, type QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { RefusalReason } from '../../../../schemas/events/quarantine.ts';
import { comparedKey } from '../../../../schemas/key-text.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import {
  listedAs,
  listOf,
  type QuarantineItem,
  type QuarantineState,
  type QuarantineSummary,
  quarantineItemSchema,
  quarantineSummarySchema,
} from './item.ts';
import { quarantineKey } from './keys.ts';
import { quarantineTable } from './table.ts';

/** Which items are wanted: system by system, the longest kept first. */
export interface QuarantineQuery {
  systems: readonly string[];
  state: QuarantineState;
  reason?: RefusalReason | undefined;
  limit: number;
  /** The item after which to go on: what `next` said. */
  after?: QuarantinePosition | undefined;
}
/** A system and, when some of its items were shown already, the last of them. */
export interface QuarantinePosition {
  system: string;
  last?: Pick<QuarantineSummary, 'id' | 'state' | 'receivedAt'> | undefined;
}

/** Reads the quarantine table for those who may see what some systems sent. */
export interface QuarantineReader {
  /** The item of that id, if it is of one of these systems. */
  find(systems: readonly string[], id: string): Promise<QuarantineItem | undefined>;
  /** What of a system was sent on its way in and had waited for a key. */
  answered(system: string, key: string): AsyncIterable<QuarantineSummary>;
  list(query: QuarantineQuery): Promise<{ items: QuarantineSummary[]; next?: QuarantinePosition }>;
}

/** Makes the reader of the quarantine table. */
export function makeQuarantineReader(table: Table): QuarantineReader {
  return {
    async find(systems, id) {
      const keys = systems.map(system => quarantineKey(system, id));
      const [item] = await batchGet(table, keys, { consistent: true });
      return item && readItem(table.tableName, quarantineItemSchema, item);
    },
    async *answered(system, key) {
      const query = {
        TableName: table.tableName,
        IndexName: quarantineTable.indexes.listed.name,
        ...conditionOf(system, { state: 'resubmitted' }),
      };
      const pages = paginateQuery({ client: table.client }, query);
      for await (const { Items = [] } of pages) {
        const items = Items.map(item => readItem(table.tableName, quarantineSummarySchema, item));
        yield* items.filter(item => item.key !== undefined && comparedKey(item.key) === comparedKey(key));
      }
    },
    async list({ systems, after, limit, ...query }) {
      const items: QuarantineSummary[] = [];
      const from = after === undefined ? 0 : systems.indexOf(after.system);
      for (const [index, system] of systems.slice(from).entries()) {
        const wanted = limit - items.length;
        if (wanted === 0) return { items, next: { system } };
        const last = index === 0 ? after?.last : undefined;
        const found = await listOne(table, { ...query, system, last, limit: wanted });
        items.push(...found.items);
        if (found.last !== undefined) return { items, next: { system, last: found.last } };
      }
      return { items };
    },
  };
}

type OneSystem = Omit<QuarantineQuery, 'systems' | 'after'> & QuarantinePosition;

async function listOne(
  { client, tableName: TableName }: Table,
  { system, last, limit, ...query }: OneSystem,
) {
  const items: QuarantineSummary[] = [];
  let position: QueryCommandOutput['LastEvaluatedKey'] = last && {
    ...quarantineKey(system, last.id),
    ...listedAs(last.state, { system, ...last }),
  };
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName,
        IndexName: quarantineTable.indexes.listed.name,
        Limit: limit - items.length,
        ...conditionOf(system, query),
        ExclusiveStartKey: position,
      }),
    );
    items.push(...(answer.Items ?? []).map(item => readItem(TableName, quarantineSummarySchema, item)));
    position = answer.LastEvaluatedKey;
  } while (position !== undefined && items.length < limit);
  const shown = items.at(-1);
  if (position === undefined || shown === undefined) return { items };
  const { id, state, receivedAt } = shown;
  return { items, last: { id, state, receivedAt } };
}

function conditionOf(system: string, { state, reason }: Pick<QuarantineQuery, 'state' | 'reason'>) {
  const values = { ':list': listOf(system, state) };
  const KeyConditionExpression = 'listedIn = :list';
  if (reason === undefined) return { KeyConditionExpression, ExpressionAttributeValues: values };
  const FilterExpression = 'reason = :reason';
  return {
    KeyConditionExpression,
    FilterExpression,
    ExpressionAttributeValues: { ...values, ':reason': reason },
  };
}
