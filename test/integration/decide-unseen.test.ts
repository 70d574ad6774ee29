import { expect, it } from 'vitest';
import { personSubject } from '../../schemas/reference.ts';
import { mrB } from '../support/events.ts';
import { decides, id, mrBIsKnown, raises } from './support/asks.ts';
import { openDecisionDesk } from './support/decision-desk.ts';

const neverRaised = 'do-not-visit-alone~person~tenancy.3anobody';

it('a flag that is over is one that never was to whoever may not see why it stood, whatever they decide', async () => {
  const desk = await openDecisionDesk();
  await desk.hear(personSubject(mrB), mrBIsKnown);
  const { etag } = await desk.post(raises);
  await desk.post({ role: 'manager', ...decides('approve', etag) });
  const decide = (name: string, of: string) =>
    desk.post({ role: 'leaks-officer', ...decides(name, '"4"', of) });
  expect((await decide('clear', id)).status).toBe(412);
  await desk.post({ role: 'manager', ...decides('clear', '"3"') });
  for (const name of ['approve', 'refuse', 'clear']) {
    const [over, never] = [await decide(name, id), await decide(name, neverRaised)];
    expect([name, over.status]).toEqual([name, never.status]);
    expect(JSON.stringify(over.body).replaceAll(id, neverRaised)).toBe(JSON.stringify(never.body));
  }
});
