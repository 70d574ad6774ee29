import { inFile } from '../mutant.ts';

/** What has everything published that was committed, and everything taken that was answered as taken. */
export const relay = [
  ...inFile('records/relay/relay.ts', [
    {
      name: 'refused announcements forgotten',
      find: 'if (waiting.length === 0) return',
      replace: 'if (waiting.length < 100) return',
      breaks: 'What the bus refused is not published again.',
    },
    {
      name: 'stream goes on from the last failure',
      find: 'rows.findIndex(({ events })',
      replace: 'rows.findLastIndex(({ events })',
      breaks: 'Of several refused announcements all but the last are forgotten.',
    },
    {
      name: 'announcements in reverse',
      find: 'publish(rows.flatMap(({ events }) => events))',
      replace: 'publish(rows.toReversed().flatMap(({ events }) => events))',
      breaks: 'A later version is published before an earlier one.',
      equivalent: 'The bus and the queues keep no order anyway: versions and leases do.',
    },
  ]),
  ...inFile('shell/publisher.ts', [
    {
      name: 'refused entries overlooked',
      find: 'return entry?.EventId === undefined ?',
      replace: 'return entry === undefined ?',
      breaks: 'A single entry that the bus refuses counts as taken.',
    },
    {
      name: 'failed call taken for a success',
      find: 'return events.map(event => ({ event, code }));',
      replace: 'return code.length === 0 ? events.map(event => ({ event, code })) : [];',
      breaks: 'What never reached the bus counts as taken.',
    },
    {
      name: 'last round not looked at',
      find: 'return [...refused, ...failed];',
      replace: 'return [...refused];',
      breaks: 'What the bus refused four times counts as taken.',
    },
    {
      name: 'one round',
      find: 'round < rounds',
      replace: 'round < 1 && round < rounds',
      breaks: 'A refused entry is not sent again.',
      equivalent:
        'Whoever asked for it asks again: the stream, the queue, or the system that was answered 503.',
    },
    {
      name: 'refused entries sent again by halves',
      find: 'put(failed.map(({ event }) => event))',
      replace: 'put(failed.slice(0, 1).map(({ event }) => event))',
      breaks: 'Of several refused entries only the first is sent again.',
    },
    {
      name: 'calls of twenty entries',
      find: 'const entriesPerCall = 10;',
      replace: 'const entriesPerCall = 20;',
      breaks: 'The bus refuses a call with more than ten entries for ever.',
    },
  ]),
  ...inFile('intake/item/receive-items.ts', [
    {
      name: 'half of the events published',
      find: 'encrypt(accepted.flatMap(({ events }) => events))',
      replace: 'encrypt(accepted.flatMap(({ events }) => events.slice(0, 1)))',
      breaks: 'An item that is several events is taken for its first alone.',
    },
  ]),
  ...inFile('intake/receive/receive-http.ts', [
    {
      name: 'answered before it was taken',
      find: "    throw new HubError('The bus did not take every event', { retryable: true });\n",
      replace: '',
      breaks: 'A system is answered 202 for what the bus did not take.',
    },
  ]),
  ...inFile('intake/receive/take-documents.ts', [
    {
      name: 'message done before it was taken',
      find: '  if (unpublished.length > 0) {',
      replace: '  if (unpublished.length > 1000) {',
      breaks: 'What the bus did not take of a message is lost.',
    },
    {
      name: 'refused of a message not kept',
      find: 'refused.map(item => keep(',
      replace: 'refused.slice(1).map(item => keep(',
      breaks: 'The first item of a message that cannot be placed is lost.',
    },
  ]),
  ...inFile('intake/receive/kept.ts', [
    {
      name: 'released and not published',
      find: "  if (unpublished.length > 0) throw new HubError('The bus did not take an event', { retryable: true });\n",
      replace: '',
      breaks: 'An event that was released from quarantine is lost where the bus does not take it.',
    },
  ]),
];
