import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roleSchema } from '../../functions/core/views/roles.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { requestOf } from '../scenarios/story.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { type Answer, makeRequests, type Request, roleToken } from './support/request.ts';
import { raiseRepair } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;

const unit = { sitePropertyUnit: [{ reference: [{ id: '00047104' }] }] };
const update = (messageId: string, said: object) => ({
  ...{ messageType: 'JobStatusUpdate', messageId, relatedWorkOrderReference: { id: 'R-W-1' }, ...unit },
  ...{ eventTime: '2025-06-03T10:00:00+01:00', typeCode: '0', ...said },
});
/** What was found: by two systems. */
const findings = ['CEILING 32 % BY THE HOB', 'NO DRIP FOR AN HOUR', 'MOULD OVER A SQUARE METRE'];
const [measured = '', watched = '', mould = ''] = findings;
/** What was said of people: in the same fields, and in fields of their own. */
const remarks = ['GRANDSON HAS ASTHMA', 'SPOKE THROUGH THE CHAIN', 'SHE CANNOT STAND LONG'];
const [asthma = '', chain = '', stand = ''] = remarks;
const sheet = [
  'Date,Block,Flat,What happened,Comments',
  `04/06/2025,Larch Ho,4,Monitoring visit,${watched}`,
  `04/06/2025,Larch Ho,4,Mould seen,${asthma}`,
  `05/06/2025,Larch Ho,4,Refused entry,${chain}`,
].join('\r\n');

beforeAll(async () => {
  landlord = await hubs.start();
  await landlord.hub.setTime(new Date('2025-06-20T10:00:00Z'));
  const said = [
    raiseRepair('W-1', '00047104'),
    update('W-2', { otherType: 'inspected', comments: measured }),
    update('W-3', { otherType: 'attended', comments: stand, commentsAbout: 'people' }),
    update('W-4', {
      ...{ otherType: 'hazardInvestigated', comments: mould },
      hazard: { kind: 'damp-and-mould', result: 'significant' },
    }),
  ];
  takenWhole('repairs', await landlord.system('repairs').post(requestOf({ kind: 'json', items: said })));
  takenWhole('leaks', await landlord.system('leaks').post({ contentType: 'text/csv', body: sheet }));
  await landlord.hub.settled();
});
afterAll(() => hubs.stop());

async function ask(role: Role, request: Request): Promise<Answer> {
  return makeRequests(landlord.hub)({ ...request, token: await roleToken(landlord.hub, role) });
}

const read = async (role: Role, look: string) =>
  JSON.stringify((await ask(role, { path: `/v1/properties/${flat(4)}${look}` })).body);

describe('the timeline of a home', () => {
  it.each(roleSchema.options)('tells a %s what was found, or says that it is not for them', async role => {
    const timeline = await read(role, '/timeline');
    for (const finding of findings) {
      expect(timeline.includes(finding), finding).toBe(role !== 'data-protection-officer');
    }
  });

  it.each<Role>(['surveyor', 'contact-centre-agent', 'complaints-officer', 'disrepair-officer'])(
    'tells a %s nothing that was said of people',
    async role => {
      const timeline = await read(role, '/timeline');
      for (const remark of remarks) expect(timeline).not.toContain(remark);
      expect(timeline).toContain('{"withheld":true,"classification":"special-category"}');
    },
  );
});

describe('a fact about the building', () => {
  const raise = (basis: string, code: string, more: object = {}) =>
    ask('surveyor', {
      ...{ method: 'POST', path: `/v1/properties/${flat(4)}/flags`, idempotencyKey: randomUUID() },
      ...{ contentType: 'application/json', body: JSON.stringify({ code, basis, ...more }) },
    });

  it('is known to all, and what was written of people under it is not', async () => {
    const ofPeople = 'HE IS ON DIALYSIS, DO NOT DISTURB';
    const ofTheHome = 'BEHIND THE BATH PANEL';
    expect((await raise(ofPeople, 'asbestos')).status).toBe(201);
    expect((await raise(ofTheHome, 'water-isolated', { basisAbout: 'home' })).status).toBe(201);
    await landlord.hub.settled();
    for (const role of roleSchema.options) {
      for (const look of ['/flags', '/timeline']) {
        const answer = await read(role, look);
        expect(answer).toContain('asbestos');
        const readsAll = role === 'manager' || role === 'surveyor';
        expect(answer.includes(ofPeople), `${role} ${look}`).toBe(readsAll);
        expect(answer.includes(ofTheHome), `${role} ${look}`).toBe(role !== 'data-protection-officer');
        if (look === '/flags') expect(answer.includes('"basisWithheld":true')).toBe(!readsAll);
      }
    }
  });
});
