import { describe, expect, test } from 'vitest';
import { adapters } from '../../../functions/adapters/registry.ts';
import { flagDefinition, flagVisibility } from '../../../schemas/flags.ts';
import { makeEstate } from '../../bench/support/estate.ts';
import { systemRequest } from '../../support/system-request.ts';
import { openHub } from './run/hub.ts';
import type { Tenancy } from './world/ground.ts';
import { tenancyEvent } from './world/tenancy-items.ts';
import { day, dayOf, minute } from './world/time.ts';
import { itemOf } from './world/word-items.ts';
import { type Word, wordsOfAll } from './world/words.ts';

const begins = Date.UTC(2025, 5, 2);

describe('each word of each system, through the running hub', async () => {
  const { homes, extract } = makeEstate(1);
  const [home] = homes;
  if (home === undefined) throw new Error('An estate has homes');
  const hub = await openHub(extract, begins, []);
  const household = ['p-1'];
  const thing = { id: 'T-1', kind: 'tenancy', homes: [home.uprn], household } as const;
  const tenancy: Tenancy = { home, household, from: begins - 900 * day, to: undefined, thing };

  async function says(system: string, item: object) {
    const answer = await hub.functions.receive.get(system)?.(systemRequest(system, JSON.stringify(item)));
    await hub.drain();
    await hub.advance(hub.clock.now() + minute);
    return (answer as { body: string }).body;
  }

  /** The codes that each system shows at the home now. */
  const shown = () =>
    adapters.map(({ manifest: { system } }) => {
      const all = hub.receivers.get(system)?.shown(Number.POSITIVE_INFINITY) ?? [];
      return all
        .filter(one => one.home === home.uprn && one.to === Number.POSITIVE_INFINITY)
        .map(one => one.code);
    });
  /** To whom it is to be shown there. */
  const owed = ({ code }: Word) =>
    adapters.map(({ manifest: { team } }) => {
      const marks = flagDefinition(code).marksNoHome !== true && flagVisibility(code, team) !== 'none';
      return marks ? [code] : [];
    });

  await says(
    'tenancy',
    tenancyEvent('TenureCreatedEvent', thing.id, begins, {
      startOfTenureDate: dayOf(tenancy.from),
      tenureType: { description: 'Secure' },
      tenuredAsset: { id: home.tenancy },
      householdMembers: [{ id: household[0], isResponsible: true }],
    }),
  );

  test.each(wordsOfAll().map((word, number) => ({ ...word, number })))(
    '$system says “$local”: every team that may know of it is told, and told that it is over',
    async ({ number, ...word }) => {
      const saying = { id: `W-${number}`, word, tenancy, number: number * 2 };
      const say = (step: 'said' | 'over') =>
        says(word.system, itemOf({ ...saying, says: step, at: hub.clock.now() }));
      expect(shown()).toEqual(adapters.map(() => []));
      expect(JSON.parse(await say('said'))).toMatchObject({ rejected: [], quarantined: [] });
      expect(shown()).toEqual(owed(word));
      expect(JSON.parse(await say('over'))).toMatchObject({ rejected: [], quarantined: [] });
      expect(shown()).toEqual(adapters.map(() => []));
    },
  );
});
