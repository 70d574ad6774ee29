import type { FaultKind } from '../fault.ts';

export const objectAnswerLost: FaultKind = {
  name: 'object answer lost',
  says: 'the bucket does what it is asked, and the answer is lost',
  rate: 0.2,
  call: ({ service }) => (service === 's3' ? { kind: 'lost-answer' } : undefined),
};
