import { inFile } from '../mutant.ts';

/** What reads and writes all that was asked for, and as it is now. */
export const tables = [
  ...inFile('shell/tables/batch-requests.ts', [
    {
      name: 'unprocessed keys forgotten',
      find: 'return answer.UnprocessedKeys?.[tableName]?.Keys ?? [];',
      replace: 'return answer.UnprocessedKeys?.[tableName]?.Keys?.slice(0, 0) ?? [];',
      breaks: 'What a busy table leaves out of an answer counts as not there.',
    },
    {
      name: 'unprocessed items forgotten',
      find: 'return answer.UnprocessedItems?.[tableName] ?? [];',
      replace: 'return answer.UnprocessedItems?.[tableName]?.slice(0, 0) ?? [];',
      breaks: 'What a busy table leaves unwritten counts as written.',
    },
  ]),
  ...inFile('shell/tables/records/rows-reader.ts', [
    {
      name: 'first page of rows',
      find: '{ client }, query)) items.push(...Items);',
      replace: '{ client }, query)) if (items.length === 0) items.push(...Items);',
      breaks: 'A timeline that is folded again is folded in part.',
    },
  ]),
  ...inFile('shell/tables/records/records-store.ts', [
    {
      name: 'rows read before the record',
      find: 'const items = await readAtOnce(table, [...ids, ...all.flat()]);',
      replace: `const last = new Set(wanted.map(({ subject }) => recordKey(subject).pk));
    const isRecord = ({ pk, sk }) => last.has(pk) && sk === 'RECORD';
    const keys = [...ids, ...all.flat()];
    const rowKeys = keys.filter(one => !isRecord(one));
    const rowItems = rowKeys.length === 0 ? [] : await readAtOnce(table, rowKeys);
    const records = keys.filter(isRecord);
    const recordItems = records.length === 0 ? [] : await readAtOnce(table, records);
    const items = keys.map(one => isRecord(one) ? recordItems[records.indexOf(one)] : rowItems[rowKeys.indexOf(one)]);`,
      breaks: 'Rows that are older than the record overwrite what others committed.',
    },
    {
      name: 'rows not read',
      find: 'beforeOf(tableName, one, items.slice(place, place + length))',
      replace: 'beforeOf(tableName, one, items.slice(place, place + length - 1))',
      breaks: 'A row is written as if nothing had been said before.',
    },
    {
      name: 'an old item before the record',
      find: 'if (lying !== undefined) return [[key, lying]];',
      replace: 'if (lying !== undefined && item === undefined) return [[key, lying]];',
      breaks: 'What was said of a row since it came back into the record is overwritten.',
    },
  ]),
  ...inFile('shell/tables/records/rows-in-record.ts', [
    {
      name: 'only what changed lies in the record',
      find: 'return [...unchanged, ...Object.entries(changed)];',
      replace: 'return Object.entries(changed);',
      breaks: 'What lies in a record is lost with the next commit.',
    },
    {
      name: 'what leaves a record is not written',
      find: 'all.filter(([key]) => !isKept.has(key))',
      replace: 'all.filter(([key]) => !isKept.has(key) && Object.hasOwn(changed, key))',
      breaks: 'A row that leaves the record for others is lost.',
    },
  ]),
  ...inFile('shell/tables/records/shadow-store.ts', [
    {
      name: 'rebuild over a newer record',
      find: '{ Put: { TableName, Item: placed.record, ...condition } }',
      replace: '{ Put: { TableName, Item: placed.record } }',
      breaks: 'A rebuild overwrites what was committed while it was made.',
    },
    {
      name: 'rebuild keeps the version',
      find: 'const version = whole.version + 1;',
      replace: 'const version = whole.version;',
      breaks: 'A commit of the version that a rebuild took away succeeds.',
    },
    {
      name: 'a rebuild empties the record',
      find: 'inRecord.flatMap(key => (rows[key] === undefined ? [] : [[key, rows[key]]]))',
      replace: 'inRecord.slice(0, 0).flatMap(key => (rows[key] === undefined ? [] : [[key, rows[key]]]))',
      breaks: 'Rows that lay in a record are nowhere once it is rebuilt.',
    },
  ]),
  ...inFile('records/watch/watch.ts', [
    {
      name: 'a shard is never looked at',
      find: 'dueShards.map(shard',
      replace: 'dueShards.slice(4).map(shard',
      breaks: 'What falls due on a quarter of the homes is never noticed.',
    },
  ]),
  ...inFile('records/commit/commit-due.ts', [
    {
      name: 'what ends by itself keeps its version',
      find: 'Object.keys(before.flags).some(key => flags[key] === undefined) ||',
      replace:
        'Object.keys(before.flags).some(key => flags[key] === undefined && key === key.toUpperCase()) ||',
      breaks: 'A flag that ends by time alone is cleared under an old version.',
    },
    {
      name: 'due and lost to a conflict',
      find: '    await backOff(pause, conflicts);\n    await commit(subject, conflicts + 1);\n',
      replace: '',
      breaks: 'What is due is left when another writes at the same moment.',
      equivalent: 'It is still due, and the clock comes again in five minutes.',
    },
  ]),
  ...inFile('core/flags/next-change.ts', [
    {
      name: 'windows of rules never end',
      find: '    ...windowsOf(record),\n',
      replace: '',
      breaks: 'A rule’s flag stands after its time.',
    },
    {
      name: 'deadlines are not kept',
      find: 'const moments = [\n    ...deadlines,',
      replace: 'const moments = [\n    ...deadlines.slice(1),',
      breaks: 'A day of review passes, and nobody is told.',
    },
  ]),
];
