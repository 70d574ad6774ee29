import type { FaultKind } from '../fault.ts';

export const serverFault: FaultKind = {
  name: 'server fault',
  says: 'a service answers that it failed',
  rate: 0.1,
  call: ({ service }) =>
    service === 's3' || service === 'webhook'
      ? undefined
      : {
          kind: 'refused',
          answer: { status: 500, body: { __type: 'InternalServerError', message: 'injected' } },
        },
};
