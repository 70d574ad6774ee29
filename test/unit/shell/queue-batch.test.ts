import type { SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { batchResponse, handleInGroups } from '../../../functions/shell/queue-batch.ts';

const message = (messageId: string, group: string) => ({ record: { messageId } as SQSRecord, group });

it('reports the messages that failed, each once, and goes on with the others', async () => {
  const handled: string[] = [];
  const messages = [message('1', 'a'), message('2', 'b'), message('3', 'a'), message('4', 'b')];
  const answer = await handleInGroups(
    messages,
    ({ group }) => group,
    async ({ record: { messageId } }) => {
      await Promise.resolve();
      handled.push(messageId);
      if (messageId === '1' || messageId === '4') throw new Error('no');
    },
  );
  expect(new Set(handled)).toEqual(new Set(['1', '2', '3', '4']));
  expect(new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))).toEqual(
    new Set(['1', '4']),
  );
  expect(batchResponse(['1', '1'])).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
});

it('handles one group in order and does not let one group wait for another', async () => {
  const handled: string[] = [];
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const messages = [message('a1', 'a'), message('b1', 'b'), message('a2', 'a')];
  await handleInGroups(
    messages,
    ({ group }) => group,
    async ({ record: { messageId } }) => {
      if (messageId === 'a1') await held;
      handled.push(messageId);
      if (messageId === 'b1') release();
    },
  );
  expect(handled).toEqual(['b1', 'a1', 'a2']);
});
