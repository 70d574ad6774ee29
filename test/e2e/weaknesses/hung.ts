import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { worklistResponse } from '../../../functions/officers/flags/worklist-contract.ts';
import { flagsResponse } from '../../../functions/officers/properties/contract.ts';
import { alderCourt2, flat } from '../../scenarios/larch-house/places.ts';
import { alertAbout, householdChanges, movesIn, type Resident } from '../support/household.ts';
import { raiseRepair } from '../support/samples.ts';
import { everySystem, everywhere, landlord, resident } from './ground.ts';

it('4: both flags of somebody who moves follow to the new tenancy; when nobody knows where they live both wait as unplaced, for somebody to see to, and the next tenant has nothing of them', async () => {
  const hilda = { ...resident('Hilda Host', 8), tenure: randomUUID() };
  const hugo = { ...resident('Hugo Host', 10), tenure: randomUUID() };
  const mona = resident('Mona Mover', 8);
  const moves = (change: 'Added' | 'Removed', host: Resident, day: string) =>
    landlord.says('tenancy', householdChanges(change, mona, host, `2025-06-${day}T12:00:00Z`));
  await landlord.says('tenancy', ...movesIn(hilda), ...movesIn(hugo));
  await moves('Added', hilda, '05');
  await landlord.says('tenancy', alertAbout(mona, 'CV', 'Threatened'), alertAbout(mona, 'TRA', 'Portuguese'));
  const both = ['do-not-visit-alone', 'language-support'];
  expect(everySystem(flat(8))).toEqual(everywhere(both));
  await moves('Added', hugo, '06');
  await moves('Removed', hilda, '07');
  expect(everySystem(flat(8))).toEqual(everywhere([]));
  expect(everySystem(flat(10))).toEqual(everywhere(both));
  await moves('Removed', hugo, '08');
  await landlord.says('tenancy', ...movesIn(resident('Nina Next', 10)));
  expect(everySystem(flat(10))).toEqual(everywhere([]));
  const { body } = await landlord.looks('manager', 'flags?list=unplaced');
  const waiting = worklistResponse.parse(body).entries.filter(({ flag }) => flag.on.endsWith(mona.person));
  expect(waiting.map(({ flag }) => flag)).toMatchObject(
    both.map(code => ({ code, state: 'active', places: [], sources: ['tenancy'] })),
  );
});

it('14: a flag of the block shows on every home in it and on no other, in the API and in every system', async () => {
  const block = '200000471100';
  const raised = await landlord.decides('repairs-officer', `properties/${block}/flags`, {
    ...{ code: 'communal-heating-off', basis: 'The boiler in the basement is condemned' },
  });
  expect(raised.status).toBe(201);
  const homes = [block, ...Array.from({ length: 12 }, (_, index) => flat(index + 1))];
  for (const uprn of homes) {
    for (const shown of everySystem(uprn)) expect(shown).toContain('communal-heating-off');
    const { body } = await landlord.looks('contact-centre-agent', `properties/${uprn}/flags`);
    expect(flagsResponse.parse(body).flags).toContainEqual(
      expect.objectContaining({ code: 'communal-heating-off', on: `property/${block}` }),
    );
  }
  expect(everySystem(alderCourt2)).toEqual(everywhere([]));
});

it('14: what a system says of the shared parts at one home shows on every home of the block, and ends for all from another home', async () => {
  const code = 'lift-out-of-service';
  const says = (message: string, home: string, alert: object = {}) =>
    landlord.says(
      'repairs',
      raiseRepair(message, home, { locationAlert: [{ type: '1', sharedCode: code, ...alert }] }),
    );
  await says('H-14-1', '00047103');
  for (const uprn of [3, 7, 12].map(flat))
    for (const shown of everySystem(uprn)) expect(shown).toContain(code);
  expect(everySystem(alderCourt2)).toEqual(everywhere([]));
  const { body } = await landlord.looks('contact-centre-agent', `properties/${flat(7)}/flags`);
  expect(flagsResponse.parse(body).flags.filter(one => one.code === code)).toMatchObject([
    { on: 'property/200000471100', sources: ['repairs'] },
  ]);
  await says('H-14-2', '00047111', { isActive: false });
  for (const uprn of [3, 7, 11, 12].map(flat))
    for (const shown of everySystem(uprn)) expect(shown).not.toContain(code);
});
