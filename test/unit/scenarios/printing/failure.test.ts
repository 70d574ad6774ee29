import { expect, it } from 'vitest';
import { failureLines } from '../../../scenarios/printing/failure.ts';

it('says every cause, each below what it caused', () => {
  const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  const fetchFailed = new TypeError('fetch failed', { cause: new AggregateError([refused]) });
  expect(failureLines(new Error('the runner failed', { cause: fetchFailed }))).toEqual([
    'the runner failed',
    '  because: fetch failed',
    '    because: AggregateError',
    '      because: Error ECONNREFUSED',
  ]);
});

it('says what is no error as it is', () => {
  expect(failureLines('gone')).toEqual(['gone']);
  expect(failureLines(new Error('stopped', { cause: 'gone' }))).toEqual(['stopped', '  because: gone']);
});
