import { expect, it } from 'vitest';
import { createPutOffs } from '../../../sqs/put-offs.ts';

it('knows what rests in each queue until the hub’s clock gets there, and gives it out once', () => {
  let now = new Date('2025-06-02T08:00:00Z');
  const putOffs = createPutOffs(() => now);
  putOffs.note('outbound', 'a', 60);
  putOffs.note('outbound', 'b', 900);
  putOffs.note('files', 'c', 60);
  expect([putOffs.count('outbound'), putOffs.count('files'), putOffs.count('record')]).toEqual([2, 1, 0]);
  now = new Date('2025-06-02T08:01:00Z');
  expect(putOffs.takeDue()).toEqual(
    new Map([
      ['outbound', ['a']],
      ['files', ['c']],
    ]),
  );
  expect(putOffs.takeDue()).toEqual(new Map());
  expect([putOffs.has('a'), putOffs.has('b')]).toEqual([false, true]);
  putOffs.forget('b');
  expect(putOffs.count('outbound')).toBe(0);
});

it('takes what is hidden for a moment for work, not for rest', () => {
  const putOffs = createPutOffs(() => new Date());
  putOffs.note('outbound', 'a', 29);
  expect([putOffs.has('a'), putOffs.count('outbound')]).toEqual([false, 0]);
});
