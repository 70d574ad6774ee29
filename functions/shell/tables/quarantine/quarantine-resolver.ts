import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { changesOf } from '../changes.ts';
import { conditionally } from '../conditionally.ts';
import {
  type KeptResolution,
  listedAs,
  type QuarantineItem,
  type QuarantineState,
  type QuarantineSummary,
} from './item.ts';
import { quarantineKey } from './keys.ts';

/** An item as somebody read it: what he decides holds only if nobody else decided meanwhile. */
export type AsRead = Pick<QuarantineSummary, 'id' | 'system' | 'receivedAt' | 'resolutions'>;

/** Moves items on: waiting, resolved, re-submitted; each step once. */
export interface QuarantineResolver {
  /** @returns false when it no longer waits, or was resolved and came back meanwhile. */
  resolve(
    item: AsRead,
    resolution: KeptResolution,
    corrected?: QuarantineItem['corrected'],
  ): Promise<boolean>;
  /** Sends one that was sent on its way in by an answer in once more, because that answer is forgotten. */
  askAgain(item: AsRead, resolution: KeptResolution): Promise<boolean>;
  /** Notes that a resolved item was sent on its way in. One that came back meanwhile stays where it is. */
  resubmitted(item: AsRead): Promise<void>;
}

/** Makes the resolver of the quarantine table. */
export function makeQuarantineResolver(table: {
  client: DynamoDBDocumentClient;
  tableName: string;
}): QuarantineResolver {
  return {
    resolve(item, resolution, corrected) {
      const changes = {
        ...{ waitsFor: undefined, resolutions: [...item.resolutions, resolution] },
        ...(corrected === undefined ? {} : { corrected }),
      };
      return move(table, item, ['waiting', 'resolved'], changes);
    },
    askAgain(item, resolution) {
      const resolutions = [...item.resolutions, resolution];
      return move(table, item, ['resubmitted', 'resolved'], { resolutions });
    },
    async resubmitted(item) {
      await move(table, item, ['resolved', 'resubmitted'], {});
    },
  };
}

function move(
  { client, tableName }: { client: DynamoDBDocumentClient; tableName: string },
  item: AsRead,
  [from, to]: [QuarantineState, QuarantineState],
  others: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const changes = changesOf({ state: to, listed: listedAs(to, item), ...others });
  const values = { ...changes.ExpressionAttributeValues, ':from': from, ':read': item.resolutions.length };
  const update = new UpdateCommand({
    TableName: tableName,
    Key: quarantineKey(item.system, item.id),
    ...changes,
    ConditionExpression: '#state = :from AND size(resolutions) = :read',
    ExpressionAttributeValues: values,
  });
  return conditionally(client.send(update));
}
