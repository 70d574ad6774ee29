import { expect, it } from 'vitest';
import { measure } from '../../../../functions/delivery/drift/measure.ts';
import type { Receipt } from '../../../../functions/shell/tables/deliveries/holdings-reader.ts';
import { eventSchema, type LintelEvent } from '../../../../schemas/catalogue.ts';
import { systemNameSchema } from '../../../../schemas/reference.ts';
import { raised } from '../../../integration/support/flag-events.ts';
import { instant } from '../../../support/events.ts';
import { printedBy } from '../../../support/log-lines/printed.ts';

const [repairs, leaks] = ['repairs', 'leaks'].map(name => systemNameSchema.parse(name));
const [earlier, at] = [instant('2025-06-01T08:00:00Z'), instant('2025-06-01T09:00:00Z')];
const flags = (['asbestos', 'active-leak', 'void-property'] as const).map(code => ({
  ...raised(code, 4).data.flag,
  changedAt: earlier,
  state: code === 'void-property' ? ('active' as const) : ('review-overdue' as const),
}));
const [asbestos, leak] = flags;
const holds = (version: number): Receipt => ({
  ...{ version, state: 'in-force', acknowledgedVersion: version },
  ...{ acknowledgedState: 'in-force', acknowledgedAt: earlier },
});

const published: LintelEvent[] = [];

it('measures every other system when one cannot be, says which, and fails', async () => {
  const systems = [repairs, leaks].flatMap(system => system ?? []);
  let failure: unknown;
  const printed = await printedBy(() =>
    measure({
      flags: async function* () {},
      systems,
      holdingsOf: system =>
        system === repairs
          ? Promise.reject(new Error('a row is damaged'))
          : Promise.resolve({ receipts: new Map(), own: new Map() }),
      teamOfSystem: () => 'leaks',
      now: () => at,
      publish: () => Promise.resolve([]),
    }).catch((error: unknown) => {
      failure = error;
    }),
  );
  expect(failure).toEqual(new Error('a row is damaged'));
  expect(printed).toMatchObject([
    { code: 'drift-not-measured', system: 'repairs', error: 'Error' },
    { code: 'drift-measured', system: 'leaks', missing: 0 },
    { code: 'reviews-measured' },
  ]);
});

it('says of each system for how many hours of wrongness a measurement stands, and how many reviews are overdue', async () => {
  const receipts = new Map([
    [`${asbestos?.id}`, holds(4)],
    [`${leak?.id}`, holds(3)],
    ['gone', holds(1)],
  ]);
  const printed = await printedBy(() =>
    measure({
      flags: async function* () {
        yield* flags;
      },
      systems: [repairs, leaks].flatMap(system => system ?? []),
      holdingsOf: system =>
        Promise.resolve({ receipts: system === repairs ? receipts : new Map(), own: new Map() }),
      teamOfSystem: system => (system === repairs ? 'repairs' : 'leaks'),
      now: () => at,
      publish(events) {
        published.push(...events);
        return Promise.resolve([]);
      },
    }),
  );
  expect(printed).toMatchObject([
    { system: 'repairs', missing: 1, stale: 1, extra: 1, hoursWrong: 0.75, oldestSeconds: 3600 },
    { system: 'leaks', missing: 3, stale: 0, extra: 0, hoursWrong: 0.75 },
    { code: 'reviews-measured', states: 1, facts: 1 },
  ]);
  expect(published.map(({ data }) => data)).toEqual([
    { system: 'repairs', missing: 1, stale: 1, extra: 1, since: earlier },
    { system: 'leaks', missing: 3, stale: 0, extra: 0, since: earlier },
  ]);
  for (const event of published) expect(eventSchema.parse(event)).toEqual(event);
});
