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
      find: 'if (version === 0) return isNew;',
      replace: 'if (version === 0) return {};',
      breaks: 'Of two first commits of a subject the second overwrites the first.',
    },
    {
      name: 'event kept though it is there',
      find: 'Item: stored(timelineItem(subject, event, after.version)), ...isNew }',
      replace: 'Item: stored(timelineItem(subject, event, after.version)) }',
      breaks: 'An event that somebody else has kept meanwhile is kept again.',
      equivalent:
        'Whoever kept it has written the record, over another version than the one that was read here.',
    },
    {
      name: 'single announcement left out',
      find: 'changes, published).map(put)',
      replace: 'changes, published.slice(1)).map(put)',
      breaks: 'A commit that announces one thing announces nothing.',
    },
    {
      name: 'rows not written',
      find: 'return [...heads, ...rows, ...tails];',
      replace: 'return [...heads, ...tails];',
      breaks: 'What is known of cases and sources is not kept beside the record.',
    },
    {
      name: 'officers’ events stay at home',
      find: '[...events.filter(isOfficersEvent), ...after.announcements]',
      replace: '[...after.announcements]',
      breaks: 'The archive never has what officers decided, and a rebuild from it forgets that.',
    },
  ]),
  ...inFile('shell/tables/records/history-item.ts', [
    {
      name: 'outbox row of another version',
      find: 'historyKey(subject, change.flag, change.version)',
      replace: 'historyKey(subject, change.flag, 1)',
      breaks: 'Each commit overwrites the announcements of the one before.',
    },
  ]),
  ...inFile('records/commit/commit.ts', [
    {
      name: 'conflict taken for a commit',
      find: 'const outcome = await commitOnce(deps, subjects, events);\n    if (outcome !== undefined) return outcome;',
      replace: `const outcome = await commitOnce(deps, subjects, events);
    const lost = new Map(events.map(event => [event.id, fingerprintOf(event)]));
    return outcome ?? { stands: lost, held: new Map(), companions: {}, announcements: [] };`,
      breaks: 'A commit that loses the optimistic lock is acknowledged and lost.',
    },
    {
      name: 'held back and not kept',
      find: '.map(subject => closedUnopened(event, subject))',
      replace: '.map(subject => closedUnopened(event, subject)).slice(0, 0)',
      breaks: 'A closing that has to wait for its opening is nowhere.',
    },
    {
      name: 'one event twice in a batch',
      find: 'arrived.toReversed().map(event => [event.id, event])',
      replace: 'arrived.toReversed().map(event => [event, event])',
      breaks: 'A batch with one event twice is no transaction.',
      equivalent:
        'The table refuses two actions on one item, and the group is then committed event by event: slower, and the same.',
    },
  ]),
  ...inFile('records/commit/commit-once.ts', [
    {
      name: 'nothing is held back',
      find: 'const heldBack = neverRaised(before, arrived);',
      replace: 'const heldBack: readonly SystemEvent[] = [];',
      breaks: 'A case that was never opened is closed.',
    },
    {
      name: 'correction folded as any event',
      find: 'events.some(isCorrecting)',
      replace: 'events.some(() => false)',
      breaks: 'What a corrected entry said goes on counting.',
    },
    {
      name: 'first subject of a group alone',
      find: 'for (const before of read.subjects) {',
      replace: 'for (const before of read.subjects.slice(0, 1)) {',
      breaks: 'Of the homes and persons that are committed together only one is.',
    },
    {
      name: 'ids not kept',
      find: 'seen.filter(({ heard }) => heard === undefined)',
      replace: 'seen.filter(({ heard }) => heard !== undefined && heard === undefined)',
      breaks: 'What an id was first heard to say is forgotten, and it is folded as often as it comes.',
    },
  ]),
  ...inFile('records/commit/seen-before.ts', [
    {
      name: 'known event folded again',
      find: '|| known.has(subject)) return [];',
      replace: ') return [];',
      breaks: 'An event that comes again meets itself in the timeline until its batch fails.',
    },
    {
      name: 'amended events taken',
      find: 'heard === undefined || cameOutOfQuarantine(event) ? [] : [heard.fingerprint]',
      replace: 'heard === undefined || cameOutOfQuarantine(event) ? [] : [heard.fingerprint].slice(1)',
      breaks: 'An id that says something else than at first is taken by whoever did not hear the first.',
    },
    {
      name: 'repetition taken for amendment',
      find: '.find(one => one !== own)',
      replace: '.find(one => one === own)?.toUpperCase()',
      breaks: 'An event that is delivered again is put into quarantine as amended.',
    },
    {
      name: 'amendment of what a home has taken for a repetition',
      find: '...kept.map(({ fingerprint }) => fingerprint)',
      replace: '...kept.map(() => own)',
      breaks: 'What is released under a known id and says something else is nowhere.',
    },
    {
      name: 'heard again at another time',
      find: '? [{ ...event, time: heard.happened }] : [event]',
      replace: '? [event] : [event]',
      breaks: 'What is heard again without a time of its own happened at another time at each home.',
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
      find: 'if (result.content === asked) return companions;',
      replace: '',
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
      name: 'asked before taken for a conflict',
      find: "if (row === undefined) return { reason: 'conflict' };",
      replace: "if (row !== undefined || row === undefined) return { reason: 'conflict' };",
      breaks: 'A decision that was committed by its twin is tried until it is given up.',
    },
  ]),
];
