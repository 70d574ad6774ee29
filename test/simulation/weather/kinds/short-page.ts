import type { FaultKind } from '../fault.ts';

export const shortPage: FaultKind = {
  name: 'short page',
  says: 'a query is answered page by page, one item at a time',
  rate: 0.3,
  call({ operation }) {
    if (operation !== 'Query' && operation !== 'Scan') return undefined;
    return { kind: 'changed', request: asked => ({ ...asked, Limit: 1 }), answer: given => given };
  },
};
