import { expect, it } from 'vitest';
import { answerOf } from '../../../../functions/intake/receive/answer.ts';

const rejected = [
  {
    row: 2,
    item: { name: 'Mrs Example' },
    refused: 'rejected' as const,
    problems: [
      { path: '/a', message: 'wrong' },
      { path: '/b', message: 'missing' },
    ],
  },
];

it('answers 422 with one error for each wrong field when nothing was taken', () => {
  const answer = answerOf({ accepted: [], rejected, quarantined: [] });
  expect(answer).toMatchObject({ statusCode: 422, headers: { 'content-type': 'application/problem+json' } });
  expect(JSON.parse(answer.body ?? '')).toMatchObject({
    status: 422,
    errors: [
      { row: 2, path: '/a', message: 'wrong' },
      { row: 2, path: '/b', message: 'missing' },
    ],
  });
});

it('answers 202 when something was only kept, and repeats no item', () => {
  const answer = answerOf({
    accepted: [],
    rejected,
    quarantined: [{ row: 1, id: 'q', reason: 'unmatched' }],
  });
  expect(answer.statusCode).toBe(202);
  expect(JSON.parse(answer.body ?? '')).toEqual({
    accepted: [],
    rejected: [{ row: 2, problems: rejected[0]?.problems }],
    quarantined: [{ row: 1, id: 'q', reason: 'unmatched' }],
  });
});
