import { expect, it } from 'vitest';
import { openForgettingDesk } from './support/forgetting-desk.ts';

it('forgetting four times at once under one key has one answer for all, and is done once', async () => {
  const desk = await openForgettingDesk();
  await desk.teaches('FLAT X', 3);
  const answers = await Promise.all([1, 2, 3, 4].map(() => desk.forgets({ of: 'FLAT X', key: 'k' })));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 200, body: { askedAgain: 3 } });
  expect(await desk.asked()).toEqual([1, 1, 1]);
});

it('asked again it has the first answer, also when the key was taught since, which it leaves alone', async () => {
  const desk = await openForgettingDesk();
  await desk.teaches('FLAT X', 2);
  const first = await desk.forgets({ of: 'FLAT X', key: 'k' });
  expect(await desk.forgets({ of: 'FLAT X', key: 'k' })).toEqual(first);
  await desk.teaches('FLAT X', 4);
  expect(await desk.forgets({ of: 'FLAT X', key: 'k' })).toEqual(first);
  expect(await desk.isLearnt('FLAT X')).toBe(true);
  expect(await desk.asked()).toEqual(expect.arrayContaining([0, 0, 1, 1]));
  expect(await desk.forgets({ of: 'FLAT X', key: 'another' })).toMatchObject({ status: 200 });
  expect(await desk.isLearnt('FLAT X')).toBe(false);
});

it('a key that was used to forget something else is refused, and one that forgot nothing is not used up', async () => {
  const desk = await openForgettingDesk();
  await desk.teaches('FLAT X', 1);
  expect(await desk.forgets({ of: 'FLAT Y', key: 'k' })).toMatchObject({ status: 404 });
  expect(await desk.forgets({ of: 'FLAT X', key: 'k' })).toMatchObject({ status: 200 });
  await desk.teaches('FLAT Y', 1);
  const refused = await desk.forgets({ of: 'FLAT Y', key: 'k' });
  expect(refused).toMatchObject({ status: 422, body: { title: 'The key was used before' } });
  expect(await desk.isLearnt('FLAT Y')).toBe(true);
  expect(await desk.forgets({ of: 'FLAT X', key: 'another' })).toMatchObject({ status: 404 });
});

it('what ends in the midst of it is finished when it is asked again, with the count of all', async () => {
  let ends = true;
  const desk = await openForgettingDesk(resolver => ({
    ...resolver,
    async askAgain(item, resolution) {
      const moved = await resolver.askAgain(item, resolution);
      if (ends) throw new Error('the process was killed');
      return moved;
    },
  }));
  await desk.teaches('FLAT X', 3);
  expect(await desk.forgets({ of: 'FLAT X', key: 'k' })).toMatchObject({ status: 500 });
  expect((await desk.asked()).toSorted()).toEqual([0, 0, 1]);
  ends = false;
  expect(await desk.forgets({ of: 'FLAT X', key: 'k' })).toMatchObject({ body: { askedAgain: 3 } });
  expect(await desk.asked()).toEqual([1, 1, 1]);
});
