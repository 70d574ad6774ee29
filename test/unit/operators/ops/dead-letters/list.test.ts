import { expect, it } from 'vitest';
import { listDeadLetters } from '../../../../../functions/operators/ops/dead-letters/list.ts';
import type {
  DeadLetter,
  DeadLetterQueues,
} from '../../../../../functions/shell/operations/dead-letter-queues.ts';
import { instant } from '../../../../support/events.ts';
import { fixedKeys } from '../../../../support/fixed-keys.ts';

const letter = (id: string, sentAt: string): DeadLetter => ({
  id,
  body: 'secret',
  sentAt: instant(sentAt),
  receives: 5,
  attributes: {},
});
const waiting: Record<string, DeadLetter[]> = {
  records: [letter('m-2', '2025-06-02T09:00:00Z'), letter('m-1', '2025-05-30T09:00:00Z')],
  inbox: [letter('m-3', '2025-06-02T08:30:00Z')],
};

async function list(showPayload: boolean) {
  const printed: string[] = [];
  const deadLetters = {
    depth: (url: string) => Promise.resolve(waiting[url]?.length ?? 0),
    look: (url: string) => Promise.resolve([...(waiting[url] ?? [])]),
  } as unknown as DeadLetterQueues;
  const total = await listDeadLetters(
    {
      queues: [
        { name: 'leaks-inbox', url: 'inbox', logGroups: [] },
        { name: 'empty', url: 'empty', logGroups: ['e'] },
        { name: 'records', url: 'records', logGroups: ['r'] },
      ],
      deadLetters,
      findFailure: (groups, [id]) =>
        Promise.resolve(
          groups.includes('r') && id === 'm-1'
            ? { service: 'record', message: 'Commit failed', error: 'ZodError' }
            : undefined,
        ),
      decrypt: fixedKeys.decrypt,
      now: () => instant('2025-06-02T10:15:00Z'),
      print: line => printed.push(line),
    },
    { limit: 20, showPayload },
  );
  return { total, printed };
}

it('lists what is not empty, oldest first, with the reasons that the logs give', async () => {
  expect(await list(false)).toEqual({
    total: 3,
    printed: [
      'leaks-inbox: 1 message, the oldest of 1 h 45 min ago',
      '  a system’s message of 6 bytes',
      '    message m-3, sent 2025-06-02T08:30:00.000Z: given up after it was received 5 times',
      'records: 2 messages, the oldest of 3 days ago',
      '  a system’s message of 6 bytes',
      '    message m-1, sent 2025-05-30T09:00:00.000Z: given up after it was received 5 times; record logged: Commit failed (ZodError)',
      '  a system’s message of 6 bytes',
      '    message m-2, sent 2025-06-02T09:00:00.000Z: given up after it was received 5 times',
      '1 of 3 dead-letter queues are empty',
    ],
  });
});

it('shows what is in them only when it is asked to', async () => {
  expect((await list(true)).printed).toContain('    secret');
  expect((await list(false)).printed.join()).not.toContain('secret');
});
