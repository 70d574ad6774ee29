import type { FaultKind } from '../fault.ts';

const types: Readonly<Record<string, string>> = {
  dynamodb: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  eventbridge: 'ThrottlingException',
  sqs: 'com.amazonaws.sqs#RequestThrottled',
};

export const throttled: FaultKind = {
  name: 'throttled',
  says: 'a service throttles a call',
  rate: 0.15,
  call({ service }) {
    const __type = types[service];
    if (__type === undefined) return undefined;
    return { kind: 'refused', answer: { status: 400, body: { __type, message: 'injected' } } };
  },
};
