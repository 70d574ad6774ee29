import { driftOf, isOwed } from '../../../functions/core/delivery/drift.ts';
import { type Held, heldBy } from '../../../functions/core/delivery/held.ts';
import { deliverySchema } from '../../../functions/shell/tables/deliveries/items.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Hub } from './hub.ts';
import type { Json } from './wire.ts';

const flagRows = 'FLAG#';

/**
 * How every system's set differs from what it is owed, measured as the hub measures it: by what the system shows and,
 * where it is pushed to and so acknowledges by taking, by its receipts. None is what is wanted.
 */
export async function driftIn(
  { adapters, receivers, clock }: Hub,
  records: readonly Json[],
  deliveries: readonly Json[],
): Promise<string[]> {
  const living = records.flatMap(({ flags }) => Object.values<Json>(flags ?? {}) as unknown as Flag[]);
  const differences = adapters.map(async ({ manifest: { system, team, delivery } }) => {
    const owed = living.filter(flag => isOwed(flag, team));
    const shows = [...(receivers.get(system)?.flags ?? [])].filter(([, { active }]) => active);
    const shown = new Map(shows.map(([id, { version }]) => [id, { version, since: clock.now() }]));
    const receipts = delivery === 'webhook' ? heldByReceipts(system, deliveries) : shown;
    const found = await Promise.all([differing(owed, shown), differing(owed, receipts)]);
    return found.flat().map(difference => `${system} drifts: ${difference}`);
  });
  return (await Promise.all(differences)).flat();
}

async function differing(owed: readonly Flag[], held: ReadonlyMap<string, Held>): Promise<string[]> {
  const wrong: string[] = [];
  for await (const { kind, id } of driftOf(owed, held)) if (kind !== 'same') wrong.push(`${kind} ${id}`);
  return wrong;
}

function heldByReceipts(system: string, deliveries: readonly Json[]): Map<string, Held> {
  const own = deliveries.filter(({ pk, sk }) => pk === `SYSTEM#${system}` && String(sk).startsWith(flagRows));
  return new Map(
    own.flatMap(item => {
      const held = heldBy(deliverySchema.parse(item));
      return held === undefined ? [] : [[String(item.sk).slice(flagRows.length), held] as const];
    }),
  );
}
