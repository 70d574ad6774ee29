import { expect, it } from 'vitest';
import { personSubject } from '../../schemas/reference.ts';
import { mrB } from '../support/events.ts';
import { decides, findsAsbestos, mrBIsKnown, raises } from './support/asks.ts';
import { type Ask, openDecisionDesk } from './support/decision-desk.ts';

it('a decision asked four times at once under one key has one answer for all', async () => {
  const desk = await openDecisionDesk();
  await desk.hear(personSubject(mrB), mrBIsKnown);
  const four = async (ask: Ask) => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.post(ask)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    return answers[0];
  };
  const raised = await four({ ...raises, key: 'raise' });
  expect(raised?.status).toBe(201);
  const approved = await four({ role: 'manager', ...decides('approve', raised?.etag), key: 'approve' });
  expect(approved?.status).toBe(200);
  const cleared = await four({ role: 'manager', ...decides('clear', approved?.etag), key: 'clear' });
  expect(cleared).toMatchObject({ status: 200, body: { state: 'cleared' } });
});

it('a decision that is refused after a conflict uses no key up', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  const desk = await openDecisionDesk(store => ({
    ...store,
    async commit(commit) {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      return store.commit(commit);
    },
  }));
  await desk.hear(personSubject(mrB), mrBIsKnown);
  const raised = await desk.post({ ...raises, key: 'raise' });
  const asked = { role: 'manager' as const, ...decides('approve', raised.etag), key: 'k' };
  const other = { role: 'manager' as const, name: 'another', ...decides('refuse', raised.etag), key: 'o' };
  meanwhile = () => desk.post(other);
  expect((await desk.post(asked)).status).toBe(412);
  expect((await desk.post({ ...findsAsbestos, role: 'manager', key: 'k' })).status).toBe(201);
});

it('a decision that would change nothing uses no key up', async () => {
  const desk = await openDecisionDesk();
  await desk.hear(personSubject(mrB), mrBIsKnown);
  const { etag } = await desk.post(raises);
  desk.at('2025-10-06T09:00:00Z');
  const early = { role: 'manager' as const, ...decides('approve', etag), key: 'k' };
  expect((await desk.post(early)).status).toBe(409);
  desk.at('2025-10-06T11:00:00Z');
  const other = { ...early, ...decides('refuse', etag) };
  expect((await desk.post(other)).status).toBe(200);
});
