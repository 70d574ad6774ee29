import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Flag } from '../../../../schemas/flags.ts';
import type { Instant, SystemName } from '../../../../schemas/reference.ts';
import { readItem } from '../read-item.ts';
import { type Delivery, deliverySchema, type Lease, type Told } from './items.ts';
import { receiptKey } from './keys.ts';

/**
 * Whether a version may be sent: yes, and whether the system shows the flag so far; that one or a higher one was sent; or
 * another invocation holds the lease.
 */
export type Begun = { kind: 'begun'; isShown: boolean } | { kind: 'told' } | { kind: 'held' };
/** What a receipt did: it is stored; no such flag or version was sent; or a higher one was sent. */
export type Acknowledgement = 'acknowledged' | 'unknown' | 'stale';

/** What one system was sent of flags, and what it acknowledged. */
export interface Deliveries {
  /** Takes the lease. One that is over is nobody's: whoever held it is dead. */
  begin(flag: Pick<Flag, 'id'>, lease: Lease, at: Instant): Promise<Begun>;
  /**
   * Ends what was begun: the flag was sent, and, where the system said so itself, acknowledged.
   * @returns false when the lease was lost: an older version may have been sent since, so this one is sent again.
   */
  finish(flag: Pick<Flag, 'id'>, lease: Lease, told: Told, acknowledged: boolean): Promise<boolean>;
  /** Releases the lease without having sent. */
  abandon(flag: Pick<Flag, 'id'>, lease: Lease): Promise<void>;
  /** Keeps a receipt; the first of a version counts. It may come before it is written that the version was sent. */
  acknowledge(flag: Pick<Flag, 'id'>, version: number, at: Instant): Promise<Acknowledgement>;
}

/** Makes the store of one system's deliveries. The version of a row only ever rises. */
export function makeDeliveries(deps: {
  client: DynamoDBDocumentClient;
  tableName: string;
  system: SystemName;
}): Deliveries {
  const { client, tableName: TableName, system } = deps;
  /** @returns the row as it was, and whether it met the condition and was changed. */
  const update = async (
    flag: Pick<Flag, 'id'>,
    change: Change,
  ): Promise<{ row: Delivery; done: boolean }> => {
    const command = new UpdateCommand({
      TableName,
      Key: receiptKey(system, flag),
      ...change,
      ReturnValues: 'ALL_OLD',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    try {
      const { Attributes = {} } = await client.send(command);
      return { row: readItem(TableName, deliverySchema, Attributes), done: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { row: readItem(TableName, deliverySchema, unmarshall(error.Item ?? {})), done: false };
    }
  };
  return {
    async begin(flag, lease, at) {
      const { row, done } = await update(flag, beginning(lease, at));
      const { version = 0, state, lost } = row;
      if (done) return { kind: 'begun', isShown: state === 'in-force' && lost === undefined };
      const isTold =
        version > lease.version ||
        (version === lease.version && lost === undefined) ||
        isTakenSince(row, lease);
      return { kind: isTold ? 'told' : 'held' };
    },
    finish: async (flag, lease, told, acknowledged) =>
      (await update(flag, ending(lease, told, acknowledged))).done,
    async abandon(flag, lease) {
      await update(flag, {
        UpdateExpression: 'REMOVE #lease',
        ConditionExpression: '#lease.#token = :token',
        ExpressionAttributeNames: names('lease', 'token'),
        ExpressionAttributeValues: { ':token': lease.token },
      });
    },
    async acknowledge(flag, version, at) {
      const isAcknowledged = ({ acknowledgedVersion }: Delivery) => acknowledgedVersion === version;
      const sent = await update(flag, acknowledging(version, at, '#state'));
      const early = sent.done ? sent : await update(flag, acknowledging(version, at, '#lease.#state'));
      // Between the two it may have been written that the version was sent.
      const isSentNow = !early.done && early.row.version === version && !isAcknowledged(early.row);
      const { row, done } = isSentNow ? await update(flag, acknowledging(version, at, '#state')) : early;
      if (done || isAcknowledged(row)) return 'acknowledged';
      if ((row.version ?? 0) <= version) return 'unknown';
      if (row.state === 'cleared') await update(flag, tookBeforeItEnded(version, at));
      return 'stale';
    },
  };
}

interface Change {
  UpdateExpression: string;
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
}

const notTold =
  '(attribute_not_exists(#version) OR #version < :version OR (#version = :version AND lost = :lost))';

/**
 * What was begun last is no higher, or the system has not said that it took it: the receipt may have come, and whoever sent
 * it died before it was written that it was sent.
 */
const notTakenSince =
  '(attribute_not_exists(#lease) OR #lease.#version <= :version OR attribute_not_exists(acknowledgedVersion) OR acknowledgedVersion <> #lease.#version)';

function isTakenSince({ lease: last, acknowledgedVersion }: Delivery, lease: Lease): boolean {
  return last !== undefined && last.version > lease.version && acknowledgedVersion === last.version;
}

function beginning(lease: Lease, at: Instant): Change {
  return {
    UpdateExpression: 'SET #lease = :lease',
    ConditionExpression: `${notTold} AND ${notTakenSince} AND (attribute_not_exists(#lease) OR #lease.#until <= :at)`,
    ExpressionAttributeNames: names('version', 'lease', 'until'),
    ExpressionAttributeValues: { ':version': lease.version, ':lease': lease, ':at': at, ':lost': true },
  };
}

function ending(lease: Lease, told: Told, acknowledged: boolean): Change {
  const { version, state, sentAt } = told;
  const receipt = acknowledged
    ? { acknowledgedVersion: version, acknowledgedState: state, acknowledgedAt: sentAt }
    : {};
  const values = Object.entries({ ...told, ...receipt });
  const shown = state === 'in-force' ? shownSince : shownUntil;
  return {
    UpdateExpression: `SET ${values.map(([name]) => `#${name} = :${name}`).join(', ')}, ${shown}`,
    ConditionExpression: `${notTold} AND #lease.#token = :token`,
    ExpressionAttributeNames: names('lease', 'token', ...values.map(([name]) => name)),
    ExpressionAttributeValues: {
      ':token': lease.token,
      ':lost': true,
      ...Object.fromEntries(values.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

/** A system shows a flag from the first version in force to the clearance that is sent next. */
const shownSince = 'toldFrom = if_not_exists(toldFrom, :sentAt) REMOVE #lease, lost';
const shownUntil =
  'endedFrom = if_not_exists(toldFrom, :sentAt), endedAt = :sentAt REMOVE #lease, lost, toldFrom';

/**
 * A system says that it took a warning which has ended meanwhile. It shows that until it takes the clearance, which may have
 * been lost: so it holds it, and is sent the clearance again if it goes on.
 */
function tookBeforeItEnded(version: number, at: Instant): Change {
  return {
    UpdateExpression: 'SET acknowledgedVersion = :version, acknowledgedAt = :at, acknowledgedState = :held',
    ConditionExpression:
      '#version > :version AND #state = :cleared AND (attribute_not_exists(acknowledgedVersion) OR acknowledgedVersion < :version)',
    ExpressionAttributeNames: names('version', 'state'),
    ExpressionAttributeValues: {
      ...{ ':version': version, ':at': at },
      ...{ ':held': 'in-force', ':cleared': 'cleared' },
    },
  };
}

/** The state is that of the version which is acknowledged: the one that was sent, or the one that is being sent. */
function acknowledging(version: number, at: Instant, state: '#state' | '#lease.#state'): Change {
  const told = state === '#state' ? '#version' : '#lease.#version';
  return {
    UpdateExpression: `SET acknowledgedVersion = :version, acknowledgedAt = :at, acknowledgedState = ${state} REMOVE lost`,
    ConditionExpression: `${told} = :version AND (attribute_not_exists(acknowledgedVersion) OR acknowledgedVersion < :version)`,
    ExpressionAttributeNames: names('version', 'state', ...(state === '#state' ? [] : ['lease'])),
    ExpressionAttributeValues: { ':version': version, ':at': at },
  };
}

/** Some of these are words of DynamoDB's own. */
function names(...attributes: readonly string[]): Record<string, string> {
  return Object.fromEntries(attributes.map(name => [`#${name}`, name]));
}
