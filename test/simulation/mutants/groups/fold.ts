import { inFile } from '../mutant.ts';

/** What makes a record the same for the same set of events. */
export const fold = [
  ...inFile('core/record/registers.ts', [
    {
      name: 'last to arrive wins',
      find: 'isBefore(current, next) ? next : current',
      replace: 'isBefore(current, next) ? next : next',
      breaks: 'A late event overwrites what happened after it.',
    },
    {
      name: 'first to arrive wins',
      find: 'isBefore(next, current) ? next : current',
      replace: 'isBefore(next, current) ? current : current',
      breaks: 'What is first depends on what arrived first.',
    },
    {
      name: 'ties go to whoever comes',
      find: 'return a.id < b.id ? -1 : 1;',
      replace: 'return -1;',
      breaks: 'Of two events of one instant the one that arrives last wins.',
    },
    {
      name: 'rank does not count',
      find: 'if (a.rank !== b.rank) return a.rank - b.rank;',
      replace: 'if (a.rank !== b.rank) return 0;',
      breaks: 'Of an assertion and a withdrawal of one instant the one that arrives first wins.',
    },
    {
      name: 'window in the order of arrival',
      find: '[...window, entry].sort(compareStamps).slice(-limit)',
      replace: '[...window, entry].slice(-limit)',
      breaks: 'A window keeps what arrived last in place of what happened last.',
    },
    {
      name: 'window takes an entry twice',
      find: '  if (window.some(kept => kept.id === entry.id)) return [...window];\n',
      replace: '',
      breaks: 'An event is in a window twice.',
      equivalent: 'The timeline keeps an id once, so no event is folded twice into one record.',
    },
  ]),
  ...inFile('core/record/fold.ts', [
    {
      name: 'corrected entries count',
      find: 'const counts = !isCorrected(event, rows);',
      replace: 'const counts = rows !== undefined;',
      breaks: 'An entry whose correction was heard before it counts.',
    },
    {
      name: 'version stands still',
      find: 'const version = read + 1;',
      replace: 'const version = Math.max(read, 1);',
      breaks:
        'Every commit has the same version: the optimistic lock never fails, and flags keep their versions.',
    },
  ]),
  ...inFile('core/record/flag-rows.ts', [
    {
      name: 'withdrawal forgets the assertion',
      find: "  if (before === 'asserted') return row;\n",
      replace:
        "  if (before === 'asserted') return said === 'withdrawn' ? { ...row, heard: { ...row.heard, [system]: { ...stamp, value: true } } } : row;\n",
      breaks: 'Whether a source denies a flag depends on what arrived last.',
    },
  ]),
  ...inFile('core/flags/announce.ts', [
    {
      name: 'changes are not announced',
      find: 'before !== undefined && saysTheSame(before, flag)',
      replace: 'before !== undefined',
      breaks: 'A flag that changes keeps its version, and no system hears of it.',
    },
    {
      name: 'nothing new is announced',
      find: '    if (before.version === flag.version) return undefined;\n',
      replace: '',
      breaks: 'A flag is announced as changed with every commit.',
    },
    {
      name: 'clearance under the old version',
      find: 'flag: { ...before, version: commit.version, changedAt: commit.at }, reason',
      replace: 'flag: { ...before }, reason',
      breaks: 'A clearance has the version of what it clears, and systems take it for known.',
    },
    {
      name: 'homes that it leaves are not named',
      find: 'before.places.filter(place => !flag.places.includes(place))',
      replace: 'before.places.slice(0, 0)',
      breaks: 'A system that keeps a row for each home goes on showing a flag where it no longer is.',
    },
  ]),
  ...inFile('core/envelope/complete-event.ts', [
    {
      name: 'id of when it was heard',
      find: '    draft.type,\n    ordinal,\n  ];',
      replace: '    draft.type,\n    ordinal,\n    origin.heardAt,\n  ];',
      breaks: 'The same news heard again is other news.',
    },
  ]),
];
