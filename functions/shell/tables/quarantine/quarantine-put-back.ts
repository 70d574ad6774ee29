import type { Table } from '../batch-requests.ts';
import { changesOf } from '../changes.ts';
import { quarantineKey } from './keys.ts';
import { type Refused, waitingAs } from './refused.ts';
import { writeItem } from './write-item.ts';

/**
 * Puts an item that was re-submitted and refused again back to waiting, with the new reason. A message that comes twice
 * puts it back once, and never over a later resolution.
 * @returns whether there is such an item.
 */
export async function putBack(
  table: Table,
  refused: Refused,
  { id, attempt }: NonNullable<Refused['resubmitted']>,
): Promise<boolean> {
  const { system, reason, problems, candidates, soughtAt } = refused;
  const waiting = waitingAs(refused, id);
  const changes = changesOf({ ...waiting, reason, problems, candidates, soughtAt });
  const values = { ':resolved': 'resolved', ':resubmitted': 'resubmitted' };
  const update = {
    Key: quarantineKey(system, id),
    ...changes,
    ConditionExpression: '#state IN (:resolved, :resubmitted) AND size(resolutions) = :attempt',
    ExpressionAttributeValues: {
      ...changes.ExpressionAttributeValues,
      ...values,
      ':attempt': attempt,
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const row = { system, id, key: waiting.key, becomes: 'put' as const };
  return (await writeItem(table, { Update: update }, row)) !== 'not there';
}
