import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { requestOf } from '../scenarios/story.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { type Operator, seatOperator } from './support/operator.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const home = '200000471107';
const hubs = makeTestHubs();
let landlord: HubWithTeams;
let operator: Operator;

beforeAll(async () => {
  landlord = await hubs.start();
  operator = seatOperator(landlord.hub);
  const job = raiseRepair('SHOW-1', '00047107');
  takenWhole('repairs', await landlord.system('repairs').post(requestOf({ kind: 'json', items: [job] })));
  await landlord.hub.settled();
});
afterAll(async () => {
  operator.leave();
  await hubs.stop();
});

it('an item of the records table is printed in clear, and its texts only where that is asked for', async () => {
  const record = await operator.run('show', home);
  expect(record).toMatchObject({ code: 0, text: expect.stringContaining(`PROPERTY#${home} RECORD\n`) });
  expect(record.text).toContain(`"subject": "property/${home}"`);
  expect(record.text).toContain('"reference": "a text of 8 characters"');
  expect((await operator.run('show', home, 'EVENT#')).text).not.toContain('Water through');
  const jobs = await operator.run('show', home, 'EVENT#', '--show-payload');
  expect(jobs.text).toContain('Water through the ceiling');
  expect(await operator.run('show', home, 'NONE')).toEqual({
    code: 1,
    text: `There is no NONE of property/${home}\n`,
  });
});
