import type { TableUse } from '../table.ts';

const subject = 'PROPERTY#<uprn>, PERSON#<system>:<key>';

/** The items of the records table and how they are reached. */
export const recordsUse: TableUse = {
  items: [
    {
      partition: subject,
      sort: 'RECORD',
      holds: 'The record, rows of it that changed last, the flags that live, the version of the last commit',
    },
    { partition: subject, sort: 'EVENT#<happened>#<event id>', holds: 'An event of the timeline, once' },
    {
      partition: subject,
      sort: 'CASE#<kind>#<system>#<reference>',
      holds: 'Everything heard of a case',
    },
    {
      partition: subject,
      sort: 'OCCURRENCES#<kind>#<of>',
      holds: 'What all systems said of something that recurs, such as mould',
    },
    { partition: subject, sort: 'FLAG#<flag>#<system>#<reference>', holds: 'What one source says of a flag' },
    { partition: subject, sort: 'DECISIONS#<flag>', holds: 'What officers decided about a flag' },
    { partition: subject, sort: 'CORRECTED#<entry id>', holds: 'That an entry was corrected' },
    {
      partition: subject,
      sort: 'HISTORY#<flag>#<version>',
      holds: 'What a commit did to a flag, and what it announces of it',
    },
    {
      partition: subject,
      sort: 'OUTBOX#<version>',
      holds: 'What an officer said that is of no flag, to be published',
    },
    {
      partition: subject,
      sort: 'MOVED',
      holds: 'Of which years or months events lie in the bucket of history',
    },
    {
      partition: subject,
      sort: 'SHADOW#<sort key>',
      holds: 'What an operator’s rebuild would put in place; expires',
    },
    { partition: 'EVENT#<event id>', sort: 'HEARD', holds: 'What an id was first heard to say' },
    { partition: 'WALK#move', sort: 'POSITION', holds: 'How far `move` has come through the table' },
  ],
  access: [
    {
      what: 'Records, the rows that a fold changes and what ids said first',
      by: ['TransactGetItems'],
      key: 'subjects, RECORD and row keys; event ids, HEARD',
      module: 'records/records-store.ts',
    },
    {
      what: 'Whoever is one with a person',
      by: ['BatchGetItem'],
      key: 'person, RECORD',
      module: 'records/companions.ts',
    },
    {
      what: 'All events of a subject, to fold them anew',
      by: ['Query'],
      key: 'subject, begins with EVENT#',
      module: 'records/rows-reader.ts',
    },
    {
      what: 'A commit: ids, events, records, rows, history',
      by: ['TransactWriteItems'],
      key: 'event ids, if new; subjects, if the versions are those read',
      module: 'records/records-store.ts',
    },
    {
      what: 'Which timeline entries are there, and what they say',
      by: ['BatchGetItem'],
      key: 'subjects, EVENT#<happened>#<event id>',
      module: 'records/event-items.ts',
    },
    {
      what: 'Of which periods events have left the table',
      by: ['BatchGetItem'],
      key: 'subjects, MOVED',
      module: 'records/moved-periods.ts',
    },
    {
      what: 'What ids were first heard to say',
      by: ['BatchGetItem'],
      key: 'event id, HEARD',
      module: 'records/heard.ts',
    },
    {
      what: 'Records and rows of subjects, to show them',
      by: ['BatchGetItem'],
      key: 'subject, RECORD, then row key',
      module: 'records/subject-reader.ts',
    },
    {
      what: 'A page of a timeline',
      by: ['Query'],
      key: 'subject, EVENT#<happened> between',
      module: 'records/timeline-page.ts',
    },
    {
      what: 'The flags of subjects as they are now',
      by: ['BatchGetItem'],
      key: 'subject, RECORD',
      module: 'records/present-flags.ts',
    },
    {
      what: 'Every flag that lives',
      by: ['Query'],
      key: 'shard, from a subject on',
      index: 'flagged',
      module: 'records/flagged-reader.ts',
    },
    {
      what: 'What is due',
      by: ['Query'],
      key: 'shard, up to an instant',
      index: 'due',
      module: 'records/due-reader.ts',
    },
    {
      what: 'A decision that was committed',
      by: ['BatchGetItem'],
      key: 'event id, HEARD; subject, HISTORY#',
      module: 'records/decision-reader.ts',
    },
    {
      what: 'A page of a flag’s history',
      by: ['Query'],
      key: 'subject, HISTORY#<flag># between versions',
      module: 'records/history-reader.ts',
    },
    {
      what: 'What is announced, or to be announced again',
      by: ['stream'],
      key: 'all that have announces',
      module: 'records/outbox-row.ts',
    },
    { what: 'Events that open a case', by: ['stream'], key: 'EVENT#', module: 'records/stream-image.ts' },
    {
      what: 'Every subject; one with all that there is of it',
      by: ['Scan', 'Query', 'GetItem'],
      key: 'all; subject',
      module: 'records/whole-subjects.ts',
    },
    {
      what: 'What is to be announced again',
      by: ['Scan', 'UpdateItem'],
      key: 'all that have announces; HISTORY#, OUTBOX#',
      module: 'records/outbox-store.ts',
    },
    {
      what: 'Old events, to move them, and that they have moved',
      by: ['Scan', 'UpdateItem', 'DeleteItem'],
      key: 'all of EVENT#; subject, MOVED; subject, EVENT#',
      module: 'records/moving.ts',
    },
    {
      what: 'How far `move` has come',
      by: ['BatchGetItem', 'UpdateItem'],
      key: 'WALK#move, POSITION',
      module: 'records/walk-store.ts',
    },
    {
      what: 'What a rebuild leaves and puts in place',
      by: ['Query', 'BatchWriteItem', 'TransactWriteItems'],
      key: 'subject, SHADOW#; live rows',
      module: 'records/shadow-store.ts',
    },
  ],
};
