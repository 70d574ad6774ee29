import { expect, it } from 'vitest';
import { livingFlags, systemDrift } from '../../../../functions/delivery/drift/system-drift.ts';
import type { Receipt } from '../../../../functions/shell/tables/deliveries/holdings-reader.ts';
import type { Flag } from '../../../../schemas/flags.ts';
import { localReferenceSchema, systemNameSchema } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { raised } from '../../../integration/support/flag-events.ts';
import { instant } from '../../../support/events.ts';

const system = systemNameSchema.parse('repairs');
const [early, late] = [instant('2025-06-01T08:00:00Z'), instant('2025-06-02T08:00:00Z')];
const flag = (code: Parameters<typeof raised>[0], changes: Partial<Flag> = {}): Flag => ({
  ...raised(code, 4).data.flag,
  changedAt: early,
  ...changes,
});
const holds = (version: number): Receipt => ({
  version,
  state: 'in-force',
  acknowledgedVersion: version,
  acknowledgedState: 'in-force',
  acknowledgedAt: late,
});

async function driftWith(
  flags: readonly Flag[],
  receipts: Record<string, Receipt> = {},
  teamOfSystem: () => Team | undefined = () => 'repairs',
) {
  const localReference = localReferenceSchema.parse('DOG');
  const own = new Map([[localReference, { localReference, since: late }]]);
  const holdingsOf = () => Promise.resolve({ receipts: new Map(Object.entries(receipts)), own });
  async function* all() {
    for (const one of flags) yield await Promise.resolve(one);
  }
  return systemDrift({ holdingsOf, teamOfSystem }, system, await livingFlags(all()));
}

it('counts what is lacking, old and too much; the longest lack is the oldest', async () => {
  const [asbestos, leak] = [flag('asbestos'), flag('active-leak', { changedAt: late })];
  const drift = await driftWith([asbestos, leak], { [leak.id]: holds(3), gone: holds(1) });
  expect(drift).toMatchObject({ owed: 2, missing: 1, stale: 1, extra: 2, oldest: early });
  expect(drift.differences).toEqual([
    { kind: 'missing', id: asbestos.id, since: early },
    { kind: 'extra', localReference: 'DOG', since: late },
    { kind: 'stale', id: leak.id, since: late },
    { kind: 'extra', id: 'gone', since: late },
  ]);
});

it('owes nothing that is not in force, nor what the team may not know of, nor anything to a system that is no more', async () => {
  const hidden = flag('safeguarding');
  const suspended = flag('asbestos', { state: 'suspended' });
  expect(await driftWith([hidden, suspended], {}, () => 'leaks')).toMatchObject({ owed: 0, missing: 0 });
  expect(await driftWith([flag('asbestos')], {}, () => undefined)).toMatchObject({ owed: 0, missing: 0 });
});

it('has no age when nothing is lacking', async () => {
  expect((await driftWith([])).oldest).toBeUndefined();
});
