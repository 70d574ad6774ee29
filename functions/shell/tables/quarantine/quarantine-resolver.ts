import { secondsAfter } from '../../../core/time/instants.ts';
import type { Table } from '../batch-requests.ts';
import { changesOf } from '../changes.ts';
import {
  type KeptResolution,
  listedAs,
  type QuarantineItem,
  type QuarantineState,
  type QuarantineSummary,
} from './item.ts';
import { quarantineKey } from './keys.ts';
import { type WaitingRow, writeItem } from './write-item.ts';

/** An item as somebody read it: what he decides holds only if nobody else decided meanwhile. */
export type AsRead = Pick<QuarantineSummary, 'id' | 'system' | 'receivedAt' | 'key' | 'resolutions'>;

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
export function makeQuarantineResolver(table: Table): QuarantineResolver {
  return {
    resolve(item, resolution, corrected) {
      const changes = {
        resolutions: [...item.resolutions, resolution],
        ...(corrected === undefined ? {} : { corrected }),
      };
      return move(table, item, ['waiting', 'resolved'], changes, 'deleted');
    },
    askAgain(item, resolution) {
      const resolutions = [...item.resolutions, resolution];
      return move(table, item, ['resubmitted', 'resolved'], { resolutions });
    },
    async resubmitted(item) {
      await move(table, item, ['resolved', 'resubmitted'], { expiresAt: expiryOf(item) });
    },
  };
}

/** How long what was sent on stays, for whoever asks what became of it: as long as files do. */
const keptSeconds = 90 * 24 * 60 * 60;

/** When one that was sent on is removed. What was answered by a key stays: it is asked about again when that is forgotten. */
function expiryOf({ key, resolutions }: AsRead): number | undefined {
  const resolved = resolutions.at(-1);
  if (key !== undefined || resolved === undefined) return undefined;
  return Math.ceil(Date.parse(secondsAfter(resolved.at, keptSeconds)) / 1000);
}

async function move(
  table: Table,
  item: AsRead,
  [from, to]: [QuarantineState, QuarantineState],
  others: Readonly<Record<string, unknown>>,
  becomes: WaitingRow['becomes'] = 'as it is',
): Promise<boolean> {
  const { system, id, key } = item;
  const changes = changesOf({ state: to, ...listedAs(to, item), ...others });
  const values = { ...changes.ExpressionAttributeValues, ':from': from, ':read': item.resolutions.length };
  const update = {
    Key: quarantineKey(system, id),
    ...changes,
    ConditionExpression: '#state = :from AND size(resolutions) = :read',
    ExpressionAttributeValues: values,
  };
  return (await writeItem(table, { Update: update }, { system, id, key, becomes })) === 'written';
}
