import { expect, it } from 'vitest';
import { makeSend } from '../../../../functions/delivery/deliver/send.ts';
import { secretsManagerClient, sqsClient } from '../../../../functions/shell/clients.ts';
import { machine } from '../../../../functions/shell/machine.ts';

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
