import { expect, it } from 'vitest';
import { makeSend } from '../../../functions/deliver/send.ts';

it.each([
  ['webhook', 'WEBHOOK_SECRET_ARN'],
  ['inbox', 'INBOX_QUEUE_URL'],
] as const)('needs, to deliver by %s, the variable %s', (delivery, variable) => {
  expect(() => makeSend(delivery, {})).toThrow(variable);
  expect(makeSend(delivery, { [variable]: 'x' })).toBeTypeOf('function');
});
