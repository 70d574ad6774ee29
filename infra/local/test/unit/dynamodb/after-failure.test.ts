import { expect, it } from 'vitest';
import { afterAttempt, type NextStep } from '../../../dynamodb/after-failure.ts';

interface Row {
  readonly name: string;
  readonly failed: readonly number[];
  readonly size: number;
  readonly attempt?: number;
  readonly maximumRetries?: number;
  readonly bisects?: boolean;
  readonly next: NextStep;
}

const rows: readonly Row[] = [
  { name: 'success', failed: [], size: 4, next: { kind: 'done' } },
  { name: 'restart at the lowest failure', failed: [3, 1], size: 4, next: { kind: 'again', from: 1 } },
  { name: 'again without end', failed: [0], size: 1, attempt: 99, next: { kind: 'again', from: 0 } },
  {
    name: 'a retry that is left',
    failed: [0],
    size: 1,
    attempt: 1,
    maximumRetries: 2,
    next: { kind: 'again', from: 0 },
  },
  {
    name: 'no retry left',
    failed: [2],
    size: 4,
    attempt: 2,
    maximumRetries: 2,
    next: { kind: 'give-up', from: 2 },
  },
  { name: 'never a retry', failed: [0], size: 1, maximumRetries: 0, next: { kind: 'give-up', from: 0 } },
  {
    name: 'halves of a batch that failed as a whole',
    failed: [0, 1, 2],
    size: 3,
    bisects: true,
    next: { kind: 'halves', from: 0, middle: 2 },
  },
  { name: 'no halves of one', failed: [0], size: 1, bisects: true, next: { kind: 'again', from: 0 } },
  {
    name: 'no halves where the failure is known',
    failed: [2],
    size: 4,
    bisects: true,
    next: { kind: 'again', from: 2 },
  },
];

it.each(rows)('$name', ({ failed, size, attempt = 0, maximumRetries, bisects = false, next }) => {
  expect(afterAttempt(new Set(failed), size, attempt, { maximumRetries, bisects })).toEqual(next);
});
