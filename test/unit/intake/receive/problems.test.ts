import { expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '../../../../functions/intake/item/problems.ts';

const schema = z.object({
  job: z.object({ 'a/b': z.string(), lines: z.array(z.object({ n: z.number() })) }),
  code: z.enum(['10', '70']),
  at: z.iso.datetime(),
});

it('names every wrong field by JSON pointer, with what was expected and only the kind of what came', () => {
  const item = { job: { 'a/b': 5, lines: [{ n: 1 }, { n: 'Mrs Example' }] }, code: '99', at: 'noon' };
  const { error } = schema.safeParse(item);
  if (error === undefined) throw new Error('it should not fit');
  const problems = problemsOf(error, item);
  expect(problems).toMatchObject([
    { path: '/job/a~1b', expected: 'string', received: 'number' },
    { path: '/job/lines/1/n', expected: 'number', received: 'string' },
    { path: '/code', expected: '10 | 70' },
    { path: '/at', expected: 'datetime' },
  ]);
  expect(JSON.stringify(problems)).not.toContain('Example');
});

it('tells what is missing from what is null', () => {
  const { error } = z.object({ a: z.string(), b: z.string(), c: z.string() }).safeParse({ b: null, c: [] });
  if (error === undefined) throw new Error('it should not fit');
  expect(problemsOf(error, { b: null, c: [] }).map(({ received }) => received)).toEqual([
    'nothing',
    'null',
    'array',
  ]);
});
