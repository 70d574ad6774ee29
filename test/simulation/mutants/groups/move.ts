import { inFile } from '../mutant.ts';

/** What keeps an event in one place or the other while it leaves the table. */
export const move = [
  ...inFile('records/move/move-year.ts', [
    {
      name: 'rows go before they are put',
      find: '    await merge(deps, subject, period, some, moved.includes(period));\n',
      replace: `    await Promise.all(some.map(item => moving.remove(subject, item)));
    await merge(deps, subject, period, some, moved.includes(period));
`,
      breaks: 'What ends between the two has lost the events of a year.',
    },
    {
      name: 'noted once the rows are gone',
      find: `    await moving.note(subject, period);
    for (const few of chunksOf(some, sideBySide))
      await Promise.all(few.map(item => moving.remove(subject, item)));
`,
      replace: `    for (const few of chunksOf(some, sideBySide))
      await Promise.all(few.map(item => moving.remove(subject, item)));
    await moving.note(subject, period);
`,
      breaks: 'For a moment, or for ever, nobody looks for what has moved.',
    },
    {
      name: 'put over what is there',
      find: 'let known = isThere ? await objects.read(subject, period) : undefined;',
      replace: 'let known = isThere ? { ...(await objects.read(subject, period)), items: [] } : undefined;',
      breaks: 'What comes late takes the place of all that has moved before.',
    },
  ]),
  ...inFile('shell/moved-writer.ts', [
    {
      name: 'put without If-Match',
      find: "...(etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag }),",
      replace: '...(etag === undefined && {}),',
      breaks: 'Of two runs at once the second overwrites what the first has moved.',
    },
  ]),
  ...inFile('shell/tables/records/event-items.ts', [
    {
      name: 'known only while it is a row',
      find: 'if (missing.length === 0) return rows;',
      replace: 'if (missing.length >= 0) return rows;',
      breaks: 'What is heard again after it has moved is counted twice.',
    },
    {
      name: 'folded without what has moved',
      find: 'for (const some of chunksOf(periods.filter(isWanted), sideBySide))',
      replace: 'for (const some of chunksOf(periods.filter(isWanted).slice(1), sideBySide))',
      breaks: 'A correction folds a home without its past.',
    },
  ]),
  ...inFile('shell/tables/records/timeline-page.ts', [
    {
      name: 'told without what has moved',
      find: 'const periods = moved.filter(period => reaches(period, low, high));',
      replace: 'const periods = moved.filter(period => reaches(period, low, high)).slice(1);',
      breaks: 'A timeline ends where the table does.',
    },
  ]),
];
