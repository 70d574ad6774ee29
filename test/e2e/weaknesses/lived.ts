import { expect, it } from 'vitest';
import type { Role } from '../../../functions/core/views/roles.ts';
import type { Worklist } from '../../../functions/core/worklists/worklist.ts';
import { decidedResponse } from '../../../functions/officers/decisions/contract.ts';
import { flagResponse } from '../../../functions/officers/flags/contract.ts';
import { worklistResponse } from '../../../functions/officers/flags/worklist-contract.ts';
import { alertAbout, endOf, movesIn, type Resident } from '../support/household.ts';
import { raiseRepair } from '../support/samples.ts';
import { landlord, resident } from './ground.ts';

const code = 'do-not-visit-alone';
const pathOf = ({ person }: Resident) => `flags/${code}~person~tenancy.3a${person}`;

/** The flag as an officer sees it, with its entity tag. */
async function seen(path: string, role: Role = 'manager') {
  const { body, headers } = await landlord.looks(role, path);
  return { ...flagResponse.parse(body), etag: headers.get('etag') };
}

const xenia = resident('Xenia Example', 10);
const shows = (uprn: string) => landlord.shownIn('repairs', uprn).includes(code);

it('6: a flag ends once, for a reason, under the version that was seen; while work is open there a second person agrees; a system that ends it after that ends nothing twice', async () => {
  const wanda = resident('Wanda Warned', 12);
  const [path, reason] = [pathOf(wanda), 'The matter was settled at a meeting.'];
  const alert = alertAbout(wanda, 'CV', 'Threatened');
  await landlord.says('tenancy', ...movesIn(wanda), alert);
  await landlord.says('repairs', raiseRepair('L-6', '00047112'));
  const { etag } = await seen(path);
  const ends = (role: Role, body: object, version: string | null = etag) =>
    landlord.decides(role, `${path}/clear`, body, version);
  expect(await ends('housing-officer', {})).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'reason' }] },
  });
  expect((await ends('housing-officer', { reason }, null)).status).toBe(428);
  expect((await ends('housing-officer', { reason }, '"999"')).status).toBe(412);
  expect((await ends('repairs-officer', { reason })).status).toBe(403);
  expect((await ends('housing-officer', { reason })).status).toBe(202);
  expect(shows(wanda.uprn)).toBe(true);
  const asked = (await seen(path)).etag;
  const agrees = (role: Role) => landlord.decides(role, `${path}/approve`, { reason }, asked);
  expect((await agrees('housing-officer')).status).toBe(403);
  expect(await agrees('manager')).toMatchObject({
    status: 200,
    body: { state: 'cleared', reason: 'decided' },
  });
  expect(shows(wanda.uprn)).toBe(false);
  const ended = await seen(path);
  expect((await ends('manager', { reason }, asked)).status).toBe(412);
  expect((await ends('manager', { reason }, ended.etag)).status).toBe(412);
  const sent = landlord.received('repairs').length;
  await landlord.says('tenancy', endOf(alert, '2025-06-20T09:00:00Z'), endOf(alert, '2025-06-20T09:30:00Z'));
  expect(await seen(path)).toMatchObject({ state: 'cleared', decisions: ended.decisions });
  expect(landlord.received('repairs')).toHaveLength(sent);
});

it('7: a flag says who owns it, who said so under which reference, on what evidence, when it is looked at again, and whether the person was told', async () => {
  const evidence = [
    {
      uri: 'https://files.council.example.org/17',
      mediaType: 'image/jpeg',
      sha256: 'a'.repeat(64),
      bytes: 1,
    },
  ];
  const basis = 'Threatened an operative on the stairs.';
  const path = `persons/tenancy:${xenia.person}/flags`;
  await landlord.says('tenancy', ...movesIn(xenia));
  expect((await landlord.decides('housing-officer', path, { code })).status).toBe(400);
  const raised = await landlord.decides('housing-officer', path, { code, basis, evidence });
  expect(decidedResponse.parse(raised.body)).toMatchObject({ state: 'pending-approval' });
  const decide = async (decision: string, body: object) =>
    landlord.decides('manager', `${pathOf(xenia)}/${decision}`, body, (await seen(pathOf(xenia))).etag);
  expect((await listed('untold'))?.owner).toBe('tenancy-enforcement');
  expect((await decide('approve', { reason: basis })).status).toBe(200);
  await decide('told', { informedAt: '2025-06-20T10:00:00+01:00' });
  expect(await listed('untold')).toBeUndefined();
  const flag = await seen(pathOf(xenia));
  expect(flag).toMatchObject({
    flag: { state: 'active', reviewDue: '2025-12-17', personTold: 'informed', sources: ['officers'] },
    basis: [{ system: 'officers', basis, assertedBy: 'housing-officer', localCode: code }],
    decisions: expect.arrayContaining([expect.objectContaining({ decision: 'approved' })]),
  });
  const { history = [] } = flag;
  expect(history.at(-1)?.events).toMatchObject([{ data: { evidence, localReference: expect.any(String) } }]);
});

it('8: its deadlines are the server’s: it falls due for review by itself, on a list with the day by which, and after its maximum life warns nobody until somebody has looked', async () => {
  const { flag } = await seen(pathOf(xenia));
  expect(shows(xenia.uprn)).toBe(true);
  await landlord.comes(flag?.reviewDue ?? '');
  expect((await seen(pathOf(xenia))).state).toBe('review-due');
  const due = await listed('reviews-due');
  expect(due).toMatchObject({ owner: 'tenancy-enforcement', by: '2026-06-20' });
  expect(shows(xenia.uprn)).toBe(true);
  await landlord.comes('2026-06-21');
  expect((await seen(pathOf(xenia))).state).toBe('suspended');
  expect(shows(xenia.uprn)).toBe(false);
  expect(await listed('suspended')).toMatchObject({ todo: expect.stringContaining('nobody is warned') });
});

/** The entry of a worklist that is about the flag. */
async function listed(list: Worklist) {
  const { body } = await landlord.looks('enforcement-officer', `flags?list=${list}&limit=50`);
  return worklistResponse.parse(body).entries.find(({ flag }) => flag.on.endsWith(xenia.person));
}
