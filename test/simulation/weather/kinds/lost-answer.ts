import type { FaultKind } from '../fault.ts';

export const lostAnswer: FaultKind = {
  name: 'lost answer',
  says: 'a service does what it is asked, and the answer is lost',
  rate: 0.08,
  call: ({ service }) => (service === 's3' ? undefined : { kind: 'lost-answer' }),
};
