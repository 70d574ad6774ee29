import { expect, it, vi } from 'vitest';
import { redrive } from '../../../../functions/operators/ops/redrive.ts';
import type {
  DeadLetter,
  DeadLetterQueues,
  Moved,
} from '../../../../functions/shell/operations/dead-letter-queues.ts';
import { instant } from '../../../support/events.ts';

const notice: DeadLetter = {
  id: 'm-1',
  body: JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 9 },
    DDBStreamBatchInfo: {
      batchSize: 1,
      approximateArrivalOfFirstRecord: '2025-06-02T07:00:00Z',
      approximateArrivalOfLastRecord: '2025-06-02T07:10:00Z',
    },
  }),
  sentAt: instant('2025-06-02T07:40:00Z'),
  receives: 1,
  attributes: {},
};

function setUp(moved: Moved = { messages: 2 }, letter = notice) {
  const printed: string[] = [];
  const deadLetters = {
    depth: (url: string) => Promise.resolve(url === 'empty' ? 0 : 1),
    sourcesOf: (url: string) =>
      Promise.resolve(['announcements', 'quarantine'].includes(url) ? [] : [`source of ${url}`]),
    moveBack: vi.fn(() => Promise.resolve(moved)),
    take: async (_url: string, handle: (letter: DeadLetter) => Promise<void>) => {
      await handle(letter);
      return 1;
    },
  };
  const announceAgain = {
    row: vi.fn(() => Promise.resolve(1)),
    span: vi.fn(() => Promise.resolve(4)),
  };
  const deps = {
    queues: ['records', 'empty', 'announcements', 'quarantine'].map(url => ({
      name: url,
      url,
      logGroups: [],
    })),
    deadLetters: deadLetters as unknown as DeadLetterQueues,
    announceAgain,
    now: () => instant('2025-06-03T00:00:00Z'),
    print: (line: string) => printed.push(line),
  };
  return { deps, deadLetters, announceAgain, printed };
}

it('puts messages back into the queue they come from, and has announcements published again', async () => {
  const { deps, deadLetters, announceAgain, printed } = setUp();
  expect(await redrive(deps, undefined)).toBe(true);
  expect(deadLetters.moveBack.mock.calls).toEqual([['records', 'source of records']]);
  const span = { from: '2025-06-02T06:55:00.000Z', to: '2025-06-02T07:11:00.000Z' };
  expect(announceAgain.span.mock.calls).toEqual([['m-1', span]]);
  expect(printed).toEqual([
    'records: 2 put back',
    'announcements: 1 taken, the announcements of 4 rows are published again',
    'quarantine: 1 notices taken away; what they are about is followed up within the hour',
  ]);
});

it('has the one row published again that a dead letter of the relay names', async () => {
  const attributes = { reason: 'MalformedDetail', firstSentAt: '2025-06-02T07:00:00.000Z', formerId: '300' };
  const row = { pk: 'PROPERTY#200000471104', sk: 'OUTBOX#000000000003' };
  const letter = { ...notice, body: JSON.stringify({ outboxRow: row }), attributes };
  const { deps, announceAgain, printed } = setUp(undefined, letter);
  expect(await redrive(deps, 'announcements')).toBe(true);
  expect(announceAgain.row.mock.calls).toEqual([['m-1', row]]);
  expect(announceAgain.span).not.toHaveBeenCalled();
  expect(printed).toEqual(['announcements: 1 taken, the announcements of 1 rows are published again']);
});

it('says when what a dead letter is about is there no more', async () => {
  const { deps, announceAgain, printed } = setUp();
  announceAgain.span.mockResolvedValue(0);
  expect(await redrive(deps, 'announcements')).toBe(true);
  expect(printed).toEqual([
    'announcements: 1 taken, the announcements of 0 rows are published again',
    'No such row is there: drift has the systems sent what they lack',
  ]);
});

it('says when the service stopped half-way', async () => {
  const { deps, printed } = setUp({ messages: 1, failure: 'AccessDenied' });
  expect(await redrive(deps, 'records')).toBe(false);
  expect(printed).toEqual(['records: 1 put back, then it stopped: AccessDenied']);
});

it('says when there is nothing to put back, or no such queue', async () => {
  const { deps, printed } = setUp();
  expect(await redrive(deps, 'empty')).toBe(true);
  expect(printed).toEqual(['empty: nothing to put back']);
  await expect(redrive(deps, 'nowhere')).rejects.toThrow(
    'there are records, empty, announcements, quarantine',
  );
});
