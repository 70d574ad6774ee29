import { inFile } from '../mutant.ts';

/** What makes a commit happen once, over the version that was read. */
export const commit = [
  ...inFile('shell/tables/records/record-transaction.ts', [
    {
      name: 'record written over any version',
      find: "ConditionExpression: '#version = :read'",
      replace: "ConditionExpression: '#version = :read OR attribute_exists(pk)'",
      breaks: 'Of two commits at once the second overwrites what the first one folded.',
    },
    {
      name: 'first record unguarded',
      find: "if (version === 0) return { ConditionExpression: 'attribute_not_exists(pk)' };",
      replace: 'if (version === 0) return {};',
      breaks: 'Of two first commits of a subject the second overwrites the first.',
    },
    {
      name: 'event kept though it is there',
      find: "        ConditionExpression: 'attribute_not_exists(pk)',\n        ReturnValues",
      replace: '        ReturnValues',
      breaks: 'An event that comes twice is folded and counted twice.',
    },
    {
      name: 'single announcement left out',
      find: 'published.length > 0 ?',
      replace: 'published.length > 1 ?',
      breaks: 'A commit that announces one thing announces nothing.',
    },
    {
      name: 'rows not written',
      find: '    ...rows,\n',
      replace: '',
      breaks: 'What is known of cases and sources is not kept beside the record.',
    },
    {
      name: 'officers’ events stay at home',
      find: '[...events.filter(isOfficersEvent), ...after.announcements]',
      replace: '[...after.announcements]',
      breaks: 'The archive never has what officers decided, and a rebuild from it forgets that.',
    },
    {
      name: 'outbox row of another version',
      find: 'put(outboxItem(subject, after.version, published, at))',
      replace: 'put(outboxItem(subject, 1, published, at))',
      breaks: 'Each commit overwrites the announcements of the one before.',
    },
  ]),
  ...inFile('records/commit/commit.ts', [
    {
      name: 'known event takes its neighbours along',
      find: 'events.filter(({ id }) => !fingerprints.has(id))',
      replace: 'events.slice(0, 0)',
      breaks: 'Where one event of a batch is known, the others of it are never folded.',
    },
    {
      name: 'conflict taken for a commit',
      find: '  await backOff(deps.pause, conflicts);\n  return commitWithRetry(deps, subject, events, conflicts + 1);',
      replace:
        '  return { fingerprints: new Map(events.map(event => [event.id, fingerprintOf(event)])), held: new Set() };',
      breaks: 'A commit that loses the optimistic lock is acknowledged and lost.',
    },
    {
      name: 'held back and not kept',
      find: 'return [closedUnopened(event, subject)];',
      replace: 'return [];',
      breaks: 'A closing that has to wait for its opening is nowhere.',
    },
    {
      name: 'nothing is held back',
      find: 'const held = neverRaised(before, events);',
      replace: 'const held: readonly SystemEvent[] = [];',
      breaks: 'A case that was never opened is closed.',
    },
    {
      name: 'correction folded as any event',
      find: 'taken.some(isCorrecting)',
      replace: 'taken.some(() => false)',
      breaks: 'What a corrected entry said goes on counting.',
    },
    {
      name: 'one event twice in a batch',
      find: 'arrived.toReversed().map(event => [event.id, event])',
      replace: 'arrived.toReversed().map(event => [event, event])',
      breaks: 'A batch with one event twice is no transaction.',
      equivalent:
        'The table refuses two actions on one item, and the list is then committed event by event: slower, and the same.',
    },
  ]),
  ...inFile('records/commit/commit-decision.ts', [
    {
      name: 'decision over another version',
      find: 'if (before.version === seen.version) {',
      replace: '{',
      breaks: 'A decision is committed over a version of which it was not taken.',
    },
    {
      name: 'decision that is there is judged again',
      find: "result.committed || result.reason === 'known'",
      replace: 'result.committed',
      breaks: 'A decision that was committed by its twin is refused.',
      equivalent:
        'Whoever is refused is looked up under their key, and answered as their twin; one that fails is asked again under it.',
    },
  ]),
  ...inFile('shell/tables/cancellation.ts', [
    {
      name: 'transaction conflict not recognised',
      find: "  'TransactionConflict',\n",
      replace: '',
      breaks: 'Two commits that meet fail in place of backing off.',
      equivalent:
        'The queue brings the events again, and an officer who is answered 5xx asks again under the same key.',
    },
    {
      name: 'known events taken for a conflict',
      find: "if (known.length > 0) return { reason: 'known'",
      replace: "if (known.length > 1) return { reason: 'known'",
      breaks: 'An event that is there already is tried until its batch fails.',
    },
  ]),
];
