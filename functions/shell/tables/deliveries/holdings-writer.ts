import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, SystemName } from '../../../../schemas/reference.ts';
import type { SentAgain } from '../../../core/delivery/catch-up.ts';
import type { Belief } from '../../../core/delivery/reported-set.ts';
import { conditionally } from '../conditionally.ts';
import type { Receipt } from './holdings-reader.ts';
import { ownWarningKey, receiptKey } from './keys.ts';

/** Writes what a system itself says that it holds. */
export interface HoldingsWriter {
  /** Writes one belief. Where the row has changed since it was read, the newer word holds and nothing is written. */
  believe(belief: Belief<Receipt>, at: Instant): Promise<void>;
  /** Keeps that a flag is sent again. */
  noteAgain(id: string, again: SentAgain): Promise<void>;
  /** Lets a version that was sent be sent again, because the system does not have it. */
  lose(id: string, version: number): Promise<void>;
}

/** Makes the writer of one system's holdings. */
export function makeHoldingsWriter(deps: {
  client: DynamoDBDocumentClient;
  tableName: string;
  system: SystemName;
}): HoldingsWriter {
  const { client, tableName: TableName, system } = deps;
  return {
    async believe(belief, at) {
      const command = commandOf(belief, { TableName, system, at });
      await conditionally(command instanceof DeleteCommand ? client.send(command) : client.send(command));
    },
    async noteAgain(id, again) {
      const command = new UpdateCommand({
        ...{ TableName, Key: receiptKey(system, { id }) },
        UpdateExpression: 'SET again = :again',
        ExpressionAttributeValues: { ':again': again },
      });
      await client.send(command);
    },
    async lose(id, version) {
      const command = new UpdateCommand({
        TableName,
        Key: receiptKey(system, { id }),
        UpdateExpression: 'SET lost = :lost',
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':lost': true, ':version': version },
      });
      await conditionally(client.send(command));
    },
  };
}

interface Where {
  TableName: string;
  system: SystemName;
  at: Instant;
}

function commandOf(belief: Belief<Receipt>, where: Where) {
  if ('localReference' in belief) return ownCommandOf(belief, where);
  const { id, before } = belief;
  const { TableName, system, at } = where;
  const row = { TableName, Key: receiptKey(system, { id }) };
  if (belief.kind === 'holds') return keep(row, before, { version: belief.version, state: 'in-force', at });
  const { version, state } = belief.before;
  if (version === undefined) return new DeleteCommand({ ...row, ...unchanged(before) });
  // It was sent the clearance, and what it does not hold it has cleared.
  return state === 'cleared' ? keep(row, before, { version, state, at }) : forget(row, before);
}

function ownCommandOf(belief: Extract<Belief<Receipt>, { localReference: unknown }>, where: Where) {
  const { TableName, system, at } = where;
  const row = { TableName, Key: ownWarningKey(system, belief.localReference) };
  if (belief.kind === 'owns-no-more') return new DeleteCommand(row);
  const { localReference, code } = belief;
  const change = 'SET localReference = :reference, since = if_not_exists(since, :at)';
  return new UpdateCommand({
    ...row,
    UpdateExpression: code === undefined ? `${change} REMOVE code` : `${change}, code = :code`,
    ExpressionAttributeValues: {
      ':reference': localReference,
      ':at': at,
      ...(code !== undefined && { ':code': code }),
    },
  });
}

type Row = Pick<Where, 'TableName'> & { Key: ReturnType<typeof receiptKey> };

/** What is on its way stays so: only what the system took over is lost, and may be sent again. */
function forget(row: Row, before: Receipt | undefined) {
  const condition = unchanged(before);
  return new UpdateCommand({
    ...row,
    ...condition,
    UpdateExpression: 'REMOVE acknowledgedVersion, acknowledgedState, acknowledgedAt SET lost = :lost',
    ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ':lost': true },
  });
}

function keep(
  row: Row,
  before: Receipt | undefined,
  receipt: { version: number; state: string; at: Instant },
) {
  const condition = unchanged(before);
  return new UpdateCommand({
    ...row,
    ...condition,
    UpdateExpression:
      'SET acknowledgedVersion = :now, acknowledgedState = :state, acknowledgedAt = :at REMOVE lost',
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ':now': receipt.version,
      ':state': receipt.state,
      ':at': receipt.at,
    },
  });
}

function unchanged(before: Receipt | undefined) {
  const { version, acknowledgedVersion } = before ?? {};
  const is = (name: string, value: unknown, mark: string) =>
    value === undefined ? `attribute_not_exists(${name})` : `${name} = ${mark}`;
  const values = {
    ...(version !== undefined && { ':toldThen': version }),
    ...(acknowledgedVersion !== undefined && { ':takenThen': acknowledgedVersion }),
  };
  return {
    ConditionExpression: [
      is('#version', version, ':toldThen'),
      is('acknowledgedVersion', acknowledgedVersion, ':takenThen'),
    ].join(' AND '),
    ExpressionAttributeNames: { '#version': 'version' },
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}
