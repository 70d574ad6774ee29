import { beforeAll, expect, it } from 'vitest';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import { isOwed } from '../../functions/core/delivery/drift.ts';
import { flagId } from '../../functions/core/flags/flag-id.ts';
import { batchWrite } from '../../functions/shell/tables/batch-requests.ts';
import { receiptKey } from '../../functions/shell/tables/deliveries/keys.ts';
import { type Flag, flagDefinitions } from '../../schemas/flags.ts';
import { propertySubject, uprnSchema } from '../../schemas/reference.ts';
import { isThorough } from '../support/effort.ts';
import { deskTime } from './support/delivery-desk.ts';
import { type DriftDesk, openDriftDesk } from './support/drift-desk.ts';
import { raised } from './support/flag-events.ts';

const { system, team } = leaks.manifest;
const template = raised('asbestos', 3).data.flag;
const homes = Array.from({ length: isThorough ? 300 : 130 }, (_, index) =>
  uprnSchema.parse(String(300_000_000_000 + index)),
);

/** Every code of the taxonomy on a home: more than any home has, so that few records hold very many flags. */
function flagsOn(home: (typeof homes)[number]): Flag[] {
  const on = propertySubject(home);
  return flagDefinitions.map(({ code }) => ({
    ...template,
    code,
    on,
    places: [home],
    id: flagId({ code, on }),
  }));
}

const owed = homes.flatMap(flagsOn).filter(flag => isOwed(flag, team));
let desk: DriftDesk;

beforeAll(async () => {
  desk = await openDriftDesk();
  for (const home of homes) await desk.record(propertySubject(home), 3, flagsOn(home));
  const acknowledged = { acknowledgedVersion: 3, acknowledgedState: 'in-force', acknowledgedAt: deskTime };
  const receipt = { version: 3, state: 'in-force', sentAt: deskTime, ...acknowledged };
  await batchWrite(
    desk.table,
    owed.map(flag => ({ put: { ...receiptKey(system, flag), ...receipt } })),
  );
});

it('compares many thousands of flags, page by page', async () => {
  expect(owed.length).toBeGreaterThan(isThorough ? 15_000 : 6_000);
  expect(await desk.drift()).toEqual({ missing: 0, stale: 0, extra: 0, oldest: undefined });
  const set = owed.map(({ id, version }) => ({ id, version }));
  const less = await desk.put({ flags: set.slice(7) });
  expect(less.answer).toMatchObject({ same: owed.length - 7, counts: { raise: 7 }, complete: true });
  expect(await desk.drift()).toMatchObject({ missing: 7 });
});

it('answers no more at once than fits, and says that there is more', async () => {
  const { answer } = await desk.put({ flags: [] });
  expect(answer).toMatchObject({ same: 0, counts: { raise: owed.length }, complete: false });
  expect(answer.raise).toHaveLength(1_000);
  const { missing } = await desk.drift();
  expect(missing).toBe(5_007);
});
