import { beforeEach, describe, expect, it } from 'vitest';
import { flagResponse } from '../../functions/officers/flags/contract.ts';
import { personSubject } from '../../schemas/reference.ts';
import { flat7, mrB } from '../support/events.ts';
import { asbestos, basis, decides, findsAsbestos, id, mrBIsKnown, raises } from './support/asks.ts';
import { type DecisionDesk, openDecisionDesk } from './support/decision-desk.ts';

const evidence = [
  {
    uri: 'https://files.example/statement',
    mediaType: 'application/pdf',
    sha256: 'a'.repeat(64),
    bytes: 4096,
  },
];
let desk: DecisionDesk;
beforeEach(async () => {
  desk = await openDecisionDesk();
  await desk.hear(personSubject(mrB), mrBIsKnown);
});

describe('the life of a flag', () => {
  it('is shown with who, when, what, before and after, page by page, to those who may see why it stands', async () => {
    const { etag } = await desk.post({ ...raises, body: { ...raises.body, evidence } });
    desk.at('2025-10-07T10:00:00Z');
    const approved = await desk.post({ role: 'manager', ...decides('approve', etag) });
    const shown = await desk.flag('manager', id);
    expect(shown).toMatchObject({ status: 200, etag: approved.etag });
    const { history = [], decisions, basis: why } = flagResponse.parse(shown.body);
    expect(history.map(({ before, after }) => [before?.state, after?.state])).toEqual([
      ['pending-approval', 'active'],
      [undefined, 'pending-approval'],
    ]);
    expect(history[0]?.events).toMatchObject([
      { type: 'housing.flag.approved.v1', data: { decidedBy: { officer: 'a manager', role: 'manager' } } },
    ]);
    expect(history[1]?.events).toMatchObject([
      { data: { evidence, raisedBy: { officer: 'a enforcement-officer' } } },
    ]);
    expect(decisions).toMatchObject([{ decision: 'approved', by: { officer: 'a manager' } }]);
    expect(why?.map(one => one.basis)).toEqual([basis]);
    const page = await desk.flag('manager', id, { limit: '1' });
    const rest = await desk.flag('manager', id, { cursor: String(page.body['next']) });
    expect([...(page.body['history'] as object[]), ...(rest.body['history'] as object[])]).toEqual(
      shown.body['history'],
    );
    expect(rest.body).not.toHaveProperty('next');
  });

  it('is not for those who act on the instruction, nor a proposal for whoever did not make it', async () => {
    const proposed = await desk.post({ ...raises, role: 'repairs-officer' });
    expect((await desk.flag('repairs-officer', id)).status).toBe(200);
    expect((await desk.flag('leaks-officer', id)).status).toBe(404);
    await desk.post({ role: 'manager', ...decides('approve', proposed.etag) });
    const shown = await desk.flag('leaks-officer', id);
    expect(Object.keys(shown.body)).toEqual(['id', 'state', 'flag']);
  });

  it('goes on being shown when it is cleared, with the reason', async () => {
    const { etag } = await desk.post(findsAsbestos);
    const cleared = await desk.post({ role: 'surveyor', ...decides('clear', etag, asbestos) });
    const shown = await desk.flag('surveyor', asbestos);
    expect(shown).toMatchObject({ status: 200, etag: cleared.etag, body: { state: 'cleared' } });
    expect(flagResponse.parse(shown.body).history?.[0]).toMatchObject({ reason: 'decided' });
    expect((await desk.flag('surveyor', `asbestos~property~${flat7}`)).status).toBe(404);
  });
});
