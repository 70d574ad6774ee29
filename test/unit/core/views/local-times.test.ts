import { expect, it } from 'vitest';
import { inLocalTimes } from '../../../../functions/core/views/local-times.ts';

it('shows a day that began in summer time as that day, with how far the clock is ahead', () => {
  expect(inLocalTimes('2025-07-20T23:00:00.000Z')).toBe('2025-07-21T00:00:00+01:00');
  expect(inLocalTimes('2025-12-31T23:30:00.250Z')).toBe('2025-12-31T23:30:00+00:00');
});

it('is the same instant in every part of an answer, and leaves whatever is none as it is', () => {
  const answer = {
    on: ['2025-10-26T00:30:00.000Z', '2025-10-26T01:30:00.000Z', 7, null],
    facts: { dueOn: '2025-08-25', said: 'At 2025-07-20T23:00:00.000Z', missing: undefined },
  };
  expect(inLocalTimes(answer)).toEqual({
    ...answer,
    on: ['2025-10-26T01:30:00+01:00', '2025-10-26T01:30:00+00:00', 7, null],
  });
});
