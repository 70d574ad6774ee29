import { inFile } from '../mutant.ts';

/** What takes events from the bus to every subject that they touch. */
export const record = [
  ...inFile('records/record/record.ts', [
    {
      name: 'failed commits acknowledged',
      find: 'return batchResponse(failed);',
      replace: 'return batchResponse([]);',
      breaks: 'An event whose commit failed is not delivered again.',
    },
  ]),
  ...inFile('records/record/commit-groups.ts', [
    {
      name: 'one failure of many reported',
      find: 'if (groups.length === 1 && error instanceof HubError) return without(arrivals);',
      replace: 'if (groups.length === 1 && error instanceof HubError) return without(arrivals.slice(0, 1));',
      breaks: 'Of a group that met conflicts only the first event is delivered again.',
    },
    {
      name: 'neighbours of a failure dropped',
      find: 'for (const part of parts) all.push',
      replace: 'for (const part of parts.slice(0, 1)) all.push',
      breaks: 'Of what failed together only the first part is committed by itself.',
    },
  ]),
  ...inFile('records/record/arrivals.ts', [
    {
      name: 'unsorted messages acknowledged',
      find: 'failed: failures.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)',
      replace: 'failed: failures.batchItemFailures.slice(0, 0).map(({ itemIdentifier }) => itemIdentifier)',
      breaks: 'What could not even be kept in quarantine is not delivered again.',
    },
  ]),
  ...inFile('records/record/plan.ts', [
    {
      name: 'first subject alone',
      find: 'return { subjects: [...new Set(arrivals.flatMap(({ event }) => reachedBy(event)))], arrivals };',
      replace:
        'return { subjects: [...new Set(arrivals.flatMap(({ event }) => reachedBy(event).slice(0, 1)))], arrivals };',
      breaks: 'An event reaches the first of the homes and persons that it touches.',
    },
    {
      name: 'any number of actions in a transaction',
      find: 'current.actions + actions <= maximumActions',
      replace: 'current.actions + actions > 0',
      breaks: 'A transaction has more actions than the table takes.',
      equivalent: 'What the table refuses together is committed in ever smaller parts.',
    },
    {
      name: 'what follows at a home beside it',
      find: 'current?.subjects.has(subject) === false',
      replace: 'current !== undefined || subject === undefined',
      breaks: 'A transaction writes one record twice.',
      equivalent: 'What the table refuses together is committed in ever smaller parts.',
    },
  ]),
  ...inFile('core/record/timeline.ts', [
    {
      name: 'fingerprint of when it was heard',
      find: "const happened = timebasis === 'heard' ? timebasis : time;",
      replace: 'const happened = time + arguments[0].recordedtime;',
      breaks: 'The same news heard again is put into quarantine as amended.',
    },
  ]),
  ...inFile('shell/queue-batch.ts', [
    {
      name: 'failing messages acknowledged',
      find: '        failed.push(message.record.messageId);\n',
      replace: '',
      breaks: 'A message whose handling fails is not delivered again.',
    },
  ]),
];
