import { describe, expect, it } from 'vitest';
import { systems } from '../../../functions/adapters/connected.ts';
import { eventsResponse } from '../../../functions/intake/receive/contract.ts';
import { flat } from '../../scenarios/larch-house/places.ts';
import { alertAbout, endOf, movesIn } from '../support/household.ts';
import { raiseRepair, sheetOf } from '../support/samples.ts';
import { makeUploader } from '../support/uploads.ts';
import { json, landlord, resident, running, timelineOf, wires } from './ground.ts';

const alertIn = (said: object) =>
  (said as { eventData: { newData: Record<string, unknown> } }).eventData.newData;

/** Every number in an answer or a message, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Those that are flat 5's repairs reference or UPRN, read as a number. */
const referencesAmong = (numbers: readonly number[]) =>
  numbers.filter(number => number === 47105 || number === Number(flat(5)));

it('3: a sheet of 1,001 rows is read to its end: the flag in the last row shows in every system', async () => {
  const visits = Array.from({ length: 1_000 }, (_, index) => {
    const minute = String(index % 60).padStart(2, '0');
    const hour = String(7 + (Math.floor(index / 60) % 12)).padStart(2, '0');
    return `0${1 + Math.floor(index / 720)}/06/2025,${hour}:${minute},Larch Ho,1,,Monitoring visit,,`;
  });
  const sheet = sheetOf(...visits, '05/06/2025,09:00,Larch Ho,12,LFA-1001,Electrics isolated,,');
  const direct = await running.system('leaks').post({ contentType: 'text/csv', body: sheet });
  expect(direct).toMatchObject({ status: 413 });
  const file = { kind: 'events', contentType: 'text/csv' } as const;
  const uploader = makeUploader(running.hub, 'leaks');
  const view = await uploader.send(sheet, file);
  expect(view.counts).toMatchObject({ rows: 1_001, accepted: 1_001 });
  await landlord.rests();
  for (const system of systems) expect(landlord.shownIn(system, flat(12))).toEqual(['electrics-isolated']);
});

describe('5: a flag and its announcement are one act', () => {
  it('an alert without the person it is about waits whole: nobody is marked, and nobody hears of it', async () => {
    const nobody = { ...alertAbout(resident('', 2), 'PA', 'Hit a colleague') };
    const { mmhid: _, ...newData } = alertIn(nobody);
    const row = { ...nobody, entityId: 'row-17', eventData: { newData } };
    const before = systems.map(system => landlord.received(system).length);
    const answer = await running.system('tenancy').post({
      contentType: 'application/json',
      body: JSON.stringify([row, endOf(row)]),
    });
    const waiting = { reason: 'unmatched' };
    expect(answer).toMatchObject({ status: 202, body: { accepted: [], quarantined: [waiting, waiting] } });
    await wires.queue('TenancyInboundQueueUrl', JSON.stringify(row));
    await landlord.rests();
    const kept = await running.officer('housing-officer').quarantine();
    expect(kept).toMatchObject([waiting, waiting]);
    expect(await timelineOf(2)).toEqual([]);
    expect(systems.map(system => landlord.received(system).length)).toEqual(before);
  });

  it('an alert that is about the home needs no person, neither for its beginning nor for its end', async () => {
    const { person: _, ...home } = resident('', 2);
    const alert = alertAbout({ person: '', ...home }, 'APT', 'Wet room');
    const { mmhid: __, ...newData } = alertIn(alert);
    const row = { ...alert, entityId: 'row-18', eventData: { newData } };
    await landlord.says('tenancy', row);
    expect(landlord.shownIn('repairs', flat(2))).toEqual(['adapted-property']);
    await landlord.says('tenancy', endOf(row));
    expect(landlord.shownIn('repairs', flat(2))).toEqual([]);
  });
});

it('15: a reference is text everywhere, its leading zeros are part of it, and one that lost them is never guessed', async () => {
  await landlord.says('repairs', raiseRepair('H-5', '00047105', { locationAlert: [{ type: '10' }] }));
  const unquoted = raiseRepair('H-5b', '', { sitePropertyUnit: [{ reference: [{ id: 47105 }] }] });
  const refused = await running.system('repairs').post(json(unquoted));
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: [{ message: expect.stringMatching(/leading zeros/) }] },
  });
  const shorn = await running.system('repairs').post(json(raiseRepair('H-5c', '47105')));
  expect(eventsResponse.parse(shorn.body)).toMatchObject({
    accepted: [],
    quarantined: [{ reason: 'unmatched' }],
  });
  await landlord.rests();
  expect(await timelineOf(5, 'repair')).toHaveLength(1);
  const find = (reference: string) => landlord.looks('surveyor', `properties?reference=${reference}`);
  const near = [{ kind: 'home', system: 'repairs', reference: '00047105' }];
  expect((await find('47105')).body).toEqual({ properties: [], cases: [], near });
  const home = { uprn: flat(5), references: { repairs: ['00047105'] } };
  expect((await find('00047105')).body).toMatchObject({ properties: [home] });
  expect((await landlord.looks('surveyor', `properties/${flat(5)}`)).body).toMatchObject(home);
  const home5 = `properties/${flat(5)}`;
  for (const path of [home5, `${home5}/flags`, `${home5}/timeline`, 'quarantine', 'flags/drift']) {
    const { status, body } = await landlord.looks('manager', path);
    expect(status).toBe(200);
    expect(referencesAmong(numbersIn(body))).toEqual([]);
  }
  const unit = {
    reference: [
      { id: '00047105', allocatedBy: 'repairs' },
      { id: flat(5), allocatedBy: 'UPRN' },
    ],
  };
  const told = landlord.received('repairs').map(message => JSON.parse(message).sitePropertyUnit);
  expect(told).toContainEqual([unit]);
  for (const system of systems) {
    const said = landlord.received(system).flatMap(message => numbersIn(JSON.parse(message)));
    expect(referencesAmong(said)).toEqual([]);
  }
});

it('16: a date says one day or is refused: the British sheet’s 07/06/2023 is 7 June, and 31 February is no date', async () => {
  const answer = await running.system('leaks').post({
    contentType: 'text/csv',
    body: sheetOf(
      '07/06/2023,08:40,Larch Ho,6,LFA-6,Leak reported,,Kitchen',
      '31/02/2025,08:40,Larch Ho,6,LFA-7,Leak reported,,Kitchen',
      '06/13/2025,08:40,Larch Ho,6,LFA-8,Leak reported,,Kitchen',
    ),
  });
  const problem = { path: 'Date', message: expect.any(String) };
  expect(eventsResponse.parse(answer.body)).toMatchObject({
    accepted: [{ row: 2 }],
    rejected: [
      { row: 3, problems: [problem] },
      { row: 4, problems: [problem] },
    ],
  });
  await landlord.rests();
  expect(await timelineOf(6)).toMatchObject([
    { happenedAt: '2023-06-07T07:40:00.000Z', timeBasis: 'london-assumed' },
  ]);
  const entry = { entryId: 'CE-6', event: 'received', caseReference: 'C-6', uprn: flat(6) };
  const either = await running.system('complaints').post(json({ ...entry, recordedAt: '07/06/2023' }));
  expect(either).toMatchObject({ status: 422, body: { errors: [{ path: '/recordedAt' }] } });
  const vera = resident('Vera Vane', 7);
  const alert = alertAbout(vera, 'VA', 'Shouted');
  const dated = { ...alertIn(alert), dateOfIncident: '07/06/2023' };
  await landlord.says('tenancy', ...movesIn(vera), { ...alert, eventData: { newData: dated } });
  const [flag] = await running.officer('housing-officer').flags(flat(7));
  expect(flag?.basis).toMatchObject([{ basis: 'Shouted\nDate of incident: 07/06/2023' }]);
  expect(flag?.basis?.[0]).not.toHaveProperty('incidentAt');
  const asked = await landlord.looks('manager', `properties/${flat(7)}/timeline?from=07/06/2023`);
  expect(asked).toMatchObject({ status: 400, body: { errors: [{ path: 'from' }] } });
});
