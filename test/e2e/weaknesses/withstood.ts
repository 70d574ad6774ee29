import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systems } from '../../../functions/adapters/connected.ts';
import { flagId } from '../../../functions/core/flags/flag-id.ts';
import { logLines } from '../../../functions/shell/log-lines.ts';
import { eventContentType } from '../../../functions/shell/tables/quarantine/item.ts';
import { personReferenceSchema, personSubject } from '../../../schemas/reference.ts';
import { alderCourt2, flat } from '../../scenarios/larch-house/places.ts';
import { eventOf } from '../../support/events.ts';
import { alertAbout, movesIn, type Resident } from '../support/household.ts';
import { problemJson } from '../support/request.ts';
import { raiseRepair, sheetOf } from '../support/samples.ts';
import { landlord, resident, running, timelineOf, wires } from './ground.ts';

const flagOf = ({ person }: Resident) =>
  flagId({ code: 'do-not-visit-alone', on: personSubject(personReferenceSchema.parse(`tenancy:${person}`)) });

describe('10: what comes twice, and what nobody can read', () => {
  it('makes no second row of history and no second message, by whichever way and however often it comes', async () => {
    const paula = resident('Paula Pleat', 3);
    const alert = alertAbout(paula, 'CV', 'Threatened');
    await landlord.says('tenancy', ...movesIn(paula), alert);
    const before = systems.map(system => landlord.received(system).length);
    await landlord.says('tenancy', alert, alert);
    await landlord.says('tenancy', { ...alert, id: randomUUID() });
    await wires.queue('TenancyInboundQueueUrl', JSON.stringify(alert));
    await wires.publish(
      ...running.hub.archive().filter(event => JSON.stringify(event).includes(paula.person)),
    );
    await landlord.rests();
    expect(systems.map(system => landlord.received(system).length)).toEqual(before);
    expect(landlord.shownIn('repairs', flat(3))).toEqual(['do-not-visit-alone']);
    const row = sheetOf('07/06/2025,09:00,Larch Ho,3,LFA-3,Leak reported,,Hall');
    const post = () => running.system('leaks').post({ contentType: 'text/csv', body: row });
    await Promise.all([post(), post()]);
    await landlord.rests();
    expect(await timelineOf(3, 'leak')).toHaveLength(1);
    const { body } = await landlord.looks('manager', `flags/${flagOf(paula)}`);
    expect(body).toMatchObject({ state: 'active', flag: { version: 1 } });
  });

  it('holds up nobody: not behind a message that cannot be read, nor behind a home whose record cannot be', async () => {
    await wires.damage(alderCourt2);
    await wires.queue('RepairsInboundQueueUrl', '{"messageType": nonsense');
    await wires.publish({
      source: 'urn:lintel:system:repairs',
      'detail-type': 'housing.x.v1',
      detail: { id: 'x' },
    });
    const jobs = [raiseRepair('H-9', '00047202'), raiseRepair('H-10', '00047110')];
    await landlord.says('repairs', ...jobs);
    expect(await timelineOf(10, 'repair')).toHaveLength(1);
    const letters = (await running.hub.deadLetters()).map(
      ({ body }) => JSON.parse(body).detail.data.subjects,
    );
    expect(letters).toEqual([[{ role: 'home', subject: `property/${alderCourt2}` }]]);
  });

  it('is a message like any other when it says of itself that it comes from quarantine', async () => {
    const pavel = resident('Pavel Plane', 9);
    await landlord.says('tenancy', ...movesIn(pavel), alertAbout(pavel, 'CV', 'Threatened'));
    await landlord.rests();
    expect(landlord.shownIn('repairs', flat(9))).toEqual(['do-not-visit-alone']);
    const decision = eventOf({
      type: 'housing.flag.clearance-decided.v1',
      at: '2025-06-20T12:00:00Z',
      system: 'officers',
      persons: [personReferenceSchema.parse(`tenancy:${pavel.person}`)],
      data: {
        code: 'do-not-visit-alone',
        decidedBy: { officer: 'nobody', role: 'manager', team: 'management' },
        reason: { text: 'Made up.', classification: 'operational' },
      },
    });
    const said = { quarantineId: decision.id, attempt: '1', receivedAt: '2025-06-01T00:00:00.000Z' };
    const sentAs = { contentType: eventContentType, ...said };
    await wires.queue('RepairsInboundQueueUrl', JSON.stringify(decision), sentAs);
    await landlord.rests();
    expect(landlord.shownIn('repairs', flat(9))).toEqual(['do-not-visit-alone']);
    const { body } = await landlord.looks('manager', `flags/${flagOf(pavel)}`);
    expect(body).toMatchObject({ state: 'active', flag: { version: 1 } });
    const kept = await running.officer('repairs-officer').quarantine();
    expect(kept.filter(({ receivedAt }) => receivedAt < '2025-06-02')).toEqual([]);
    expect(JSON.stringify(kept)).toContain(`This system does not send ${eventContentType}`);
    const lines = running.hub.functionLogs().map(({ line }) => line);
    expect(lines.some(line => line.includes(`"code":"${logLines.messageKept.code}"`))).toBe(true);
  });
});

it('12: a home that nobody knows is not found, and a record that cannot be read is an error: neither is ever a home without flags', async () => {
  for (const look of ['', '/flags', '/timeline']) {
    const unknown = await landlord.looks('repairs-officer', `properties/200000479999${look}`);
    expect(unknown).toMatchObject({
      status: 404,
      contentType: problemJson,
      body: { title: 'Unknown property' },
    });
  }
  const none = await landlord.looks('repairs-officer', `properties/${flat(8)}/flags`);
  expect(none).toMatchObject({ status: 200, body: { flags: [] } });
  for (const look of ['', '/flags']) {
    const unreadable = await landlord.looks('repairs-officer', `properties/${alderCourt2}${look}`);
    expect(unreadable.status).toBe(500);
    expect(unreadable.body).not.toHaveProperty('flags');
  }
});
