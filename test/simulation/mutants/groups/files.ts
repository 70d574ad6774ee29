import { inFile } from '../mutant.ts';

/** What takes a file in once, whoever processes it and whatever is killed. */
export const files = [
  ...inFile('intake/files/process-file.ts', [
    {
      name: 'lease of a file ignored',
      find: 'claim.by !== messageId && claim.until > at',
      replace: 'claim.by !== messageId && claim.until < at && claim.until > at',
      breaks: 'Two process one file at once.',
      equivalent:
        'Only one of them wins the optimistic lock of the file; the other starts again from where that got to.',
    },
    {
      name: 'lease of a file for ever',
      find: 'claim.by !== messageId && claim.until > at',
      replace: "claim.by !== messageId && claim.until > ''",
      breaks: 'A file whose function was killed is never done when its message comes anew.',
    },
    {
      name: 'snapshot compared with itself',
      find: 'file.sequence === undefined ? await commitSnapshot(file, deps) : file',
      replace: 'file.state !== undefined ? await commitSnapshot(file, deps) : file',
      breaks: 'A snapshot whose function ended after it was committed says nothing new.',
    },
    {
      name: 'file under way taken for done',
      find: "  if (found.state === 'done' || found.state === 'refused' || found.state === 'held') return;",
      replace: "  if (found.state !== 'waiting') return;",
      breaks: 'A file whose function was killed is never finished.',
    },
    {
      name: 'finished with its lease',
      find: 'finishedAt: deps.now(), claim: undefined });',
      replace: 'finishedAt: deps.now() });',
      breaks: 'A finished file looks as if somebody still worked on it.',
    },
  ]),
  ...inFile('intake/files/take-pieces.ts', [
    {
      name: 'pieces that the bus did not take',
      find: '  if (unpublished.length > 0) {',
      replace: '  if (unpublished.length > 1000) {',
      breaks: 'What the bus did not take of a file is lost.',
    },
    {
      name: 'refused pieces not kept',
      find: '  const id = await deps.keep({ ...rest, ...row, contentType: deps.contentType });',
      replace: '  const id = quarantineIdOf({ ...rest });',
      breaks: 'What could not be placed of a file is nowhere.',
    },
  ]),
  ...inFile('intake/files/write-results.ts', [
    {
      name: 'begun anew at each turn',
      find: 'if (seen <= passedOver) continue;',
      replace: 'if (seen <= passedOver && seen < 0) continue;',
      breaks: 'A file that goes on is taken from the beginning and its rows are counted twice.',
    },
  ]),
  ...inFile('shell/tables/files/files-store.ts', [
    {
      name: 'file written over any revision',
      find: "ConditionExpression: '#counter = :value'",
      replace: "ConditionExpression: '#counter = :value OR attribute_exists(pk)'",
      breaks: 'Of two who process a file the slower one overwrites what the other has noted.',
    },
  ]),
];
