import { expect, it } from 'vitest';
import { systems } from '../../../functions/adapters/connected.ts';
import { driftResponse } from '../../../functions/delivery/drift/contract.ts';
import { flagsResponse } from '../../../functions/officers/properties/contract.ts';
import { takenWhole } from '../../scenarios/system-client.ts';
import { alertAbout, endOf, movesIn } from '../support/household.ts';
import { raiseRepair, sheetOf } from '../support/samples.ts';
import { everySystem, everywhere, landlord, resident, running } from './ground.ts';

it('1: a flag raised after the job was sent reaches the repairs system, and so does its end', async () => {
  const rhona = resident('Rhona Reddick', 1);
  await landlord.says('tenancy', ...movesIn(rhona));
  await landlord.says('repairs', raiseRepair('T-1', '00047101'));
  const sheet = landlord.received('repairs').length;
  expect(landlord.shownIn('repairs', rhona.uprn)).toEqual([]);
  const alert = alertAbout(rhona, 'CV', 'Threatened with a spade');
  await landlord.says('tenancy', alert);
  expect(landlord.received('repairs')).toHaveLength(sheet + 1);
  expect(everySystem(rhona.uprn)).toEqual(everywhere(['do-not-visit-alone']));
  await landlord.says('tenancy', endOf(alert));
  expect(everySystem(rhona.uprn)).toEqual(everywhere([]));
});

it('2: there is one set of flags and no list to reconcile: each system has each flag in its own codes, two that look alike stay two, and two systems that say the same say one flag', async () => {
  const saul = resident('Saul Sampler', 2);
  const { person, uprn } = saul;
  const customer = { reference: [{ id: person, allocatedBy: 'tenancy' }] };
  await landlord.says('tenancy', ...movesIn(saul), alertAbout(saul, '10\u201110', 'Shouted'));
  const personAlert = [{ type: '10-10' }, { type: '10' }];
  await landlord.says('repairs', raiseRepair('T-2', '00047102', { customer, personAlert }));
  await landlord.says('tenancy', alertAbout(saul, 'CV', 'Threatened'));
  const three = ['anti-social-behaviour', 'do-not-visit-alone', 'verbal-abuse'];
  expect(everySystem(uprn)).toEqual(everywhere(three));
  const { body } = await landlord.looks('manager', `properties/${uprn}/flags`);
  const flags = flagsResponse.parse(body).flags.map(({ code, sources }) => `${code}: ${sources.toSorted()}`);
  expect(flags.sort()).toEqual([
    'anti-social-behaviour: repairs',
    'do-not-visit-alone: repairs,tenancy',
    'verbal-abuse: tenancy',
  ]);
  const inItsOwnWords = ['repairs', 'tenancy', 'leaks'].map(system => landlord.ownWords(system, uprn));
  expect(inItsOwnWords).toEqual([
    ['person alert 10', 'person alert 10', 'person alert 10-10'],
    ['ASB', 'CV', 'VA'],
    ['VISIT IN PAIRS', 'anti-social-behaviour', 'verbal-abuse'],
  ]);
});

it('11: the reason is read by those who need to know, and is in no message: not on the operative’s job either', async () => {
  const theo = resident('Theo Threlfall', 11);
  const reason = 'CONVICTED OF ASSAULT IN 2019';
  await landlord.says('tenancy', ...movesIn(theo), alertAbout(theo, 'CV', reason));
  await landlord.says('repairs', raiseRepair('T-3', '00047111'));
  expect(everySystem(theo.uprn)).toEqual(everywhere(['do-not-visit-alone']));
  for (const system of systems) expect(landlord.received(system).join()).not.toContain(reason);
  const [job = ''] = landlord.received('repairs').filter(message => message.includes(theo.person));
  expect(JSON.parse(job)).toMatchObject({
    comments: expect.stringMatching(/^CRITICAL, do not visit alone: Visit in pairs/),
  });
  for (const look of ['', '/flags', '/timeline']) {
    const { body } = await landlord.looks('repairs-officer', `properties/${theo.uprn}${look}`);
    expect(JSON.stringify(body)).not.toContain(reason);
  }
  const { body } = await landlord.looks('housing-officer', `properties/${theo.uprn}/flags`);
  expect(JSON.stringify(body)).toContain(reason);
});

it('9: the hub knows of every system which version of which flag it holds: of one that is pushed to by its answer, of one that fetches by its receipt', async () => {
  const driftOf = async (system: string) => {
    const { body } = await landlord.looks('manager', `flags/drift?system=${system}`);
    return driftResponse.parse(body).systems[0];
  };
  const none = { missing: 0, stale: 0, extra: 0 };
  const before = await driftOf('tenancy');
  expect(before).toMatchObject(none);
  const leaksSay = async (what: string) => {
    const body = sheetOf(`20/06/2025,09:00,Larch Ho,10,T-9,${what},,Hall`);
    takenWhole('leaks', await running.system('leaks').post({ contentType: 'text/csv', body }));
    await running.hub.settled({ allowDeadLetters: true });
  };
  await leaksSay('Leak reported');
  const owed = (before?.owed ?? 0) + 1;
  expect(await driftOf('repairs')).toMatchObject({ ...none, owed });
  expect(await driftOf('tenancy')).toMatchObject({ missing: 1, owed, oldest: expect.any(String) });
  // It fetches, and sends its receipt.
  await running.teams.fetch();
  expect(await driftOf('tenancy')).toMatchObject({ ...none, owed });
  await leaksSay('Resolved');
  await running.teams.fetch();
});
