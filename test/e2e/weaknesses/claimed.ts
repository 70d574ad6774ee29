import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { flagsResponse } from '../../../functions/officers/properties/contract.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import { alertAbout, endOf } from '../support/household.ts';
import { raiseRepair } from '../support/samples.ts';
import { everySystem, everywhere, landlord, resident } from './ground.ts';

it('13: a flag of the home has one place for all systems; a disrepair claim that two of them know of is one truth, until both say that it is over', async () => {
  const uprn = flat(4);
  await landlord.comes('2026-09-22');
  const asbestos = raiseRepair('C-13', '00047104', {
    ...{ dateRaised: '2026-09-21T09:00:00+01:00', locationAlert: [{ type: '10' }] },
  });
  await landlord.says('repairs', asbestos);
  await landlord.says('disrepair', claims('claim-received'));
  const { person, ...home } = resident('', 4);
  const alert = {
    ...alertAbout({ person, ...home }, 'DIS', 'Letter of claim'),
    dateTime: '2026-02-19T09:00:00Z',
  };
  await landlord.says('tenancy', alert);
  // The block's heating went off a year before (hung.ts), and nobody has said that it is back on.
  const standing = ['asbestos', 'communal-heating-off'];
  const shown = [...standing, 'disrepair-claim'];
  expect(everySystem(uprn)).toEqual(everywhere(shown));
  const { body } = await landlord.looks('manager', `properties/${uprn}/flags`);
  const claim = flagsResponse.parse(body).flags.filter(({ code }) => code === 'disrepair-claim');
  expect(claim).toMatchObject([{ on: `property/${uprn}`, sources: ['disrepair', 'tenancy'] }]);
  await landlord.says('tenancy', endOf(alert, '2026-09-01T09:00:00Z'));
  expect(everySystem(uprn)).toEqual(everywhere(shown));
  await landlord.says('disrepair', claims('claim-runs', 3));
  expect(everySystem(uprn)).toEqual(everywhere(standing));
});

/** A message of the disrepair team's system about a claim on flat 4. */
function claims(sample: string, index?: number): object {
  const file = new URL(`../../../functions/adapters/disrepair/samples/${sample}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  return index === undefined ? messages : messages[index];
}
