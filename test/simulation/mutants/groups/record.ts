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
  ...inFile('records/record/commit-list.ts', [
    {
      name: 'one failure of many reported',
      find: 'if (others.length === 0 || error instanceof HubError) return list;',
      replace: 'if (others.length === 0 || error instanceof HubError) return list.slice(0, 1);',
      breaks: 'Of a list that met conflicts only the first event is delivered again.',
    },
    {
      name: 'neighbours of a failure dropped',
      find: 'for (const arrival of list) failed.push',
      replace: 'for (const arrival of list.slice(0, 1)) failed.push',
      breaks: 'Of a list that failed only the first event is committed by itself.',
    },
  ]),
  ...inFile('records/record/arrivals.ts', [
    {
      name: 'unsorted messages acknowledged',
      find: 'failed: failures.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)',
      replace: 'failed: failures.batchItemFailures.slice(0, 0).map(({ itemIdentifier }) => itemIdentifier)',
      breaks: 'An event that could not be claimed for its id is not delivered again.',
    },
    {
      name: 'amended events taken',
      find: 'cameOutOfQuarantine(read.event) || (await isAsFirstHeard(read.event))',
      replace: 'cameOutOfQuarantine(read.event) || (await isAsFirstHeard(read.event)) || read.ok',
      breaks: 'An id that says something else than at first is taken by whoever did not hear the first.',
    },
  ]),
  ...inFile('records/record/plan.ts', [
    {
      name: 'first subject alone',
      find: 'reachedBy(arrival.event).map(subject',
      replace: 'reachedBy(arrival.event).slice(0, 1).map(subject',
      breaks: 'An event reaches the first of the homes and persons that it touches.',
    },
    {
      name: 'any number of actions in a transaction',
      find: 'const fits = actions <= maximumActions;',
      replace: 'const fits = actions > 0;',
      breaks: 'A transaction has more actions than the table takes.',
      equivalent: 'A list that the table refuses is committed event by event.',
    },
  ]),
  ...inFile('shell/tables/records/heard-store.ts', [
    {
      name: 'repetition taken for amendment',
      find: "'attribute_not_exists(pk) OR fingerprint = :fingerprint'",
      replace: "'attribute_not_exists(pk) OR fingerprint <> :fingerprint'",
      breaks: 'An event that is delivered again is put into quarantine as amended.',
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
