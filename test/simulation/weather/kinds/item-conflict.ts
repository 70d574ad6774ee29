import type { FaultKind } from '../fault.ts';

export const itemConflict: FaultKind = {
  name: 'item in a transaction',
  says: 'a write of one item meets a transaction of it',
  rate: 0.1,
  call({ operation }) {
    if (!['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) return undefined;
    const __type = 'com.amazonaws.dynamodb.v20120810#TransactionConflictException';
    return { kind: 'refused', answer: { status: 400, body: { __type, message: 'injected' } } };
  },
};
