import { expect, it } from 'vitest';
import { createDeferrals } from '../../../sqs/deferrals.ts';

it('knows what rests in each queue until the hub’s clock gets there, and gives it out once', () => {
  let now = new Date('2025-06-02T08:00:00Z');
  const deferrals = createDeferrals(() => now);
  deferrals.note('outbound', 'a', 60);
  deferrals.note('outbound', 'b', 900);
  deferrals.note('files', 'c', 60);
  expect([deferrals.count('outbound'), deferrals.count('files'), deferrals.count('record')]).toEqual([
    2, 1, 0,
  ]);
  now = new Date('2025-06-02T08:01:00Z');
  expect(deferrals.takeDue()).toEqual(
    new Map([
      ['outbound', ['a']],
      ['files', ['c']],
    ]),
  );
  expect(deferrals.takeDue()).toEqual(new Map());
  expect([deferrals.has('a'), deferrals.has('b')]).toEqual([false, true]);
  deferrals.forget('b');
  expect(deferrals.count('outbound')).toBe(0);
});

it('takes what is hidden for a moment for work, not for rest', () => {
  const deferrals = createDeferrals(() => new Date());
  deferrals.note('outbound', 'a', 29);
  expect([deferrals.has('a'), deferrals.count('outbound')]).toEqual([false, 0]);
});
