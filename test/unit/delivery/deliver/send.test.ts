import { expect, it } from 'vitest';
import { makeSend } from '../../../../functions/delivery/deliver/send.ts';

const circuits = { change: () => Promise.reject(new Error('nobody asks')) };

it.each([
  ['webhook', 'WEBHOOK_SECRET_ARN'],
  ['inbox', 'INBOX_QUEUE_URL'],
] as const)('needs, to deliver by %s, the variable %s', (delivery, variable) => {
  expect(() => makeSend(delivery, circuits, {})).toThrow(variable);
  expect(makeSend(delivery, circuits, { [variable]: 'x' })).toBeTypeOf('function');
});
