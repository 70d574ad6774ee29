import { inFile } from '../mutant.ts';

/** What keeps what could not be taken, until it can be. */
export const quarantine = [
  ...inFile('shell/tables/quarantine/quarantine-store.ts', [
    {
      name: 'kept again over what was decided',
      find: ", ConditionExpression: 'attribute_not_exists(pk)' };",
      replace: ' };',
      breaks: 'The same refusal again undoes what was decided about the first.',
    },
  ]),
  ...inFile('shell/tables/quarantine/quarantine-put-back.ts', [
    {
      name: 'put back over a later resolution',
      find: ' AND size(resolutions) = :attempt',
      replace: ' AND (size(resolutions) = :attempt OR attribute_exists(pk))',
      breaks: 'A message that comes twice undoes a later resolution.',
    },
    {
      name: 'not put back once it was sent',
      find: "'#state IN (:resolved, :resubmitted)",
      replace: "'#state IN (:resolved, :resubmitted) AND #state = :resolved",
      breaks: 'What is refused again after it was sent on stays “resubmitted”, and nobody looks at it.',
    },
  ]),
  ...inFile('shell/tables/quarantine/quarantine-resolver.ts', [
    {
      name: 'any state resolved',
      find: "'#state = :from AND size(resolutions) = :read'",
      replace: "'(#state = :from OR attribute_exists(pk)) AND size(resolutions) = :read'",
      breaks: 'An item that came back is noted as sent on, and stays where nobody looks.',
    },
    {
      name: 'any number of resolutions',
      find: "'#state = :from AND size(resolutions) = :read'",
      replace: "'#state = :from AND size(resolutions) >= :read'",
      breaks: 'A decision about an item as it was overwrites one about it as it is.',
    },
  ]),
  ...inFile('intake/quarantine/quarantine.ts', [
    {
      name: 'failed changes skipped',
      find: '    return !again;',
      replace: '    return again || !again;',
      breaks: 'A change in quarantine that could not be followed is not followed again.',
    },
    {
      name: 'late ones not followed',
      find: '      await followLate(deps);\n',
      replace: '',
      breaks: 'What the streams gave up waits for ever.',
    },
  ]),
  ...inFile('intake/quarantine/on-waiting.ts', [
    {
      name: 'not looked again',
      find: '  await releaseIfAnswered(deps, item);\n}',
      replace: '}',
      breaks: 'What became known while an item was put away does not release it.',
      equivalent: 'The clock goes through all that waits, and releases it within the hour.',
    },
    {
      name: 'quarantine not announced',
      find: "  if (unpublished.length > 0) throw new HubError('The bus did not take an announcement', { retryable: true });\n",
      replace: '',
      breaks: 'Nobody hears of an item whose announcement the bus refused.',
    },
  ]),
  ...inFile('intake/quarantine/on-opened.ts', [
    {
      name: 'openings release nothing',
      find: 'if (step?.opens !== true) return;',
      replace: 'if (step?.opens !== false) return;',
      breaks: 'A closing is not released when its opening is heard.',
      equivalent: 'The clock goes through all that waits, and releases it within the hour.',
    },
  ]),
  ...inFile('intake/quarantine/on-resolved.ts', [
    {
      name: 'noted before it is sent',
      find: '  await deps.resubmit({',
      replace: '  await deps.resolver.resubmitted(item);\n  await deps.resubmit({',
      breaks: 'An item that is noted as sent on, and whose function then ends, is never sent on.',
    },
    {
      name: 'not sent on',
      find: '  await deps.resubmit({ system, quarantineId: id, attempt });\n',
      replace: '',
      breaks: 'What was resolved is never sent on its way.',
    },
    {
      name: 'sent on as it was resolved before',
      find: "item?.state !== 'resolved' || item.resolutions.length !== resolutions.length",
      replace: "item?.state === undefined || item.state === 'waiting'",
      breaks: 'An image of the past sends an item on again.',
      equivalent:
        'What comes in twice has the same ids, and each time puts back only what was last sent on by it.',
    },
  ]),
  ...inFile('intake/quarantine/release.ts', [
    {
      name: 'released again and again',
      find: 'if (item.id === because || wasTried) return;',
      replace: 'if (item.id === because) return;',
      breaks: 'An item whose answer did not help goes round for ever.',
    },
  ]),
  ...inFile('records/commit/refusals.ts', [
    {
      name: 'refused again and not put back',
      find: '...(isBack && { resubmitted: { id, attempt } })',
      replace: '...(isBack && {})',
      breaks: 'A closing that was released too early stays “resubmitted”, and nobody looks at it.',
    },
    {
      name: 'every time taken for the first',
      find: 'causationid: id, attempt = 1 } = event;',
      replace: 'causationid: id } = event;\n  const attempt = 1;',
      breaks: 'A closing that is refused for the second time stays “resubmitted”, and nobody looks at it.',
    },
  ]),
];
