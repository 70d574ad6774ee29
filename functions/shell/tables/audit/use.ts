import type { TableUse } from '../table.ts';

/** The items of the audit table and how they are reached. */
export const auditUse: TableUse = {
  items: [
    {
      partition: 'ABOUT#<subject>',
      sort: '<instant>#<read id>',
      holds: 'What one read showed of one subject; expires',
    },
  ],
  access: [
    {
      what: 'Write a read down, before it is answered',
      by: ['TransactWriteItems'],
      key: 'subject, instant and read, once',
      module: 'audit/writer.ts',
    },
    {
      what: 'Who was shown what of a subject',
      by: ['Query'],
      key: 'subject, instants between',
      module: 'audit/reader.ts',
    },
    {
      what: 'What an officer was shown',
      by: ['Query'],
      key: 'officer, instants between',
      index: 'officer',
      module: 'audit/reader.ts',
    },
    {
      what: 'When break-glass access was used',
      by: ['Query'],
      key: 'BROKEN, instants between',
      index: 'breakGlass',
      module: 'audit/reader.ts',
    },
    {
      what: 'Every row of a day, to seal it and to compare it',
      by: ['Query'],
      key: 'day',
      index: 'day',
      module: 'audit/day-reader.ts',
    },
  ],
};
