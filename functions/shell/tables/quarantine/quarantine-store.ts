import { HubError, isRefusedForGood } from '../../errors.ts';
import type { Table } from '../batch-requests.ts';
import { quarantineKey } from './keys.ts';
import { putBack } from './quarantine-put-back.ts';
import { quarantineIdOf, type Refused, waitingAs, withinBounds } from './refused.ts';
import { writeItem } from './write-item.ts';

/** Keeps what was refused; answers with the id under which it is kept. */
export type Keep = (refused: Refused) => Promise<string>;

/** An item of the table must hold it beside a corrected one. */
export const maximumKeptBytes = 240 * 1024;

/**
 * Makes the keeper of the quarantine table. The same thing refused again, at any time, is kept once; what was
 * re-submitted and is refused again goes back to waiting under its own id, with the new reason. What cannot be kept with
 * all that is known of it is kept as it came: nothing is lost because of what was found out about it.
 * @throws {HubError} from the keeper when the payload is larger than can be kept.
 */
export function makeKeep(quarantine: Table): Keep {
  const keep: Keep = async refused => {
    const { identity: _identity, resubmitted, ...kept } = refused;
    if (resubmitted !== undefined && (await putBack(quarantine, refused, resubmitted))) return resubmitted.id;
    const id = quarantineIdOf(refused);
    if (Buffer.byteLength(refused.payload) > maximumKeptBytes) {
      throw new HubError(`Item ${id} is too large for quarantine`, { retryable: false });
    }
    const { system } = refused;
    const waiting = waitingAs(refused, id);
    const Item = {
      ...quarantineKey(system, id),
      id,
      ...kept,
      ...waiting,
      waitsFor: undefined,
      resolutions: [],
    };
    const put = { Item, ConditionExpression: 'attribute_not_exists(pk)' };
    await writeItem(quarantine, { Put: put }, { system, id, key: waiting.key, becomes: 'put' });
    return id;
  };
  return async found => {
    const refused = withinBounds(found);
    try {
      return await keep(refused);
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      return await keep(asItCame(refused));
    }
  };
}

function asItCame({ waitsFor: _for, candidates: _some, soughtAt: _at, ...refused }: Refused): Refused {
  return { ...refused, problems: refused.problems.slice(0, 1) };
}
