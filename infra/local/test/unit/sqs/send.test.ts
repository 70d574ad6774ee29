import { expect, it } from 'vitest';
import type { Queues } from '../../../sqs/queues.ts';
import { sendAll } from '../../../sqs/send.ts';

async function calls(...bodies: string[]): Promise<string[]> {
  const made: string[] = [];
  const queues = {
    call: (action: string, _queue: string, request: { Entries?: unknown[] }) => {
      made.push(`${action} ${request.Entries?.length ?? 1}`);
      return Promise.resolve({});
    },
  } as unknown as Queues;
  await sendAll(
    queues,
    'queue',
    bodies.map(body => ({ body })),
  );
  return made;
}

it('sends as many at once as SQS takes', async () => {
  expect(await calls()).toEqual([]);
  expect(await calls('a')).toEqual(['SendMessage 1']);
  expect(await calls(...Array.from({ length: 12 }, () => 'a'))).toEqual([
    'SendMessageBatch 10',
    'SendMessageBatch 2',
  ]);
  const half = 'x'.repeat(512 * 1024);
  expect(await calls(half, half, 'a')).toEqual(['SendMessageBatch 2', 'SendMessage 1']);
});
