import type { FaultKind } from '../fault.ts';

export const conflicting: FaultKind = {
  name: 'conflicting',
  says: 'a transaction conflicts with another of the same items',
  rate: 0.3,
  call({ operation, body }) {
    if (operation !== 'TransactWriteItems') return undefined;
    const reasons = body.TransactItems.map((_: unknown, index: number) => ({
      Code: index === 0 ? 'TransactionConflict' : 'None',
    }));
    const __type = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException';
    const answer = { status: 400, body: { __type, message: 'cancelled', CancellationReasons: reasons } };
    return { kind: 'refused', answer };
  },
};
