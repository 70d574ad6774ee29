import { expect, it } from 'vitest';
import { makeSend } from '../../../../functions/delivery/deliver/send.ts';
import { secretsManagerClient, sqsClient } from '../../../../functions/shell/clients.ts';
import { machine } from '../../../../functions/shell/machine.ts';
import { raised } from '../../../integration/support/flag-events.ts';

const nobody = () => Promise.reject(new Error('nobody asks'));
const circuits = { read: nobody, change: nobody };
const shell = { ...machine, secretsManagerClient, sqsClient };

it.each([
  ['webhook', 'WEBHOOK_SECRET_ARN'],
  ['inbox', 'INBOX_QUEUE_URL'],
] as const)('needs, to deliver by %s, the variable %s', (delivery, variable) => {
  expect(() => makeSend(delivery, circuits, {}, shell)).toThrow(variable);
  expect(makeSend(delivery, circuits, { [variable]: 'x', WEBHOOK_LOOPBACK: 'refused' }, shell)).toBeTypeOf(
    'function',
  );
});

it('does not know, where the inbox queue gave no answer, whether the message lies there', async () => {
  const client = { send: () => Promise.reject(new TypeError('what AWS says may hold a payload')) };
  const send = makeSend(
    'inbox',
    circuits,
    { INBOX_QUEUE_URL: 'x' },
    {
      ...shell,
      sqsClient: () => client as unknown as ReturnType<typeof sqsClient>,
    },
  )();
  expect(await send({ contentType: 'application/json', body: {} }, raised('active-leak', 4))).toEqual({
    kind: 'later',
    reason: 'no answer (TypeError)',
    unanswered: true,
  });
});
