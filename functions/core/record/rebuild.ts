import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { type Difference, differencesBetween } from './difference.ts';
import { announcedAfter, type SubjectAfter } from './fold.ts';
import type { Companions } from './one-person.ts';
import { foldWhole } from './refold.ts';
import type { Row } from './row.ts';
import type { LiveFlags, SubjectRecord } from './subject-record.ts';

/** A subject as it is stored, whatever state it is in: only its version and its ledger of announcements are trusted. */
export interface StoredWhole {
  subject: Subject;
  version: number;
  /** The flags as they were last announced: not derived from events alone, and kept as they are. */
  flags: LiveFlags;
  record: unknown;
  rows: Readonly<Record<string, unknown>>;
  /** Of a person who is one with others: those as they are stored. */
  companions?: Companions;
}

/** A subject folded anew from its events, beside what is stored. */
export interface Rebuilt {
  record: SubjectRecord;
  rows: Record<string, Row>;
  /** Where the stored record or rows are not what the events say. */
  differences: Difference[];
  /** The rows to write, and those that no event accounts for. */
  changedRows: Record<string, Row>;
  strayRows: string[];
  /** What the hub would have to announce for the teams to know what the rebuilt record says, as a commit would. */
  unannounced: Pick<SubjectAfter, 'flags' | 'announcements' | 'nextDueAt'>;
}

/** Folds a subject's events anew and compares. Nothing of what is stored goes into the result (promise 4). */
export function rebuild(stored: StoredWhole, events: readonly SystemEvent[], at: Instant): Rebuilt {
  const { record, rows } = foldWhole(stored.subject, events);
  const differs = (key: string) => differencesBetween(stored.rows[key], rows[key]).length > 0;
  const { flags, announcements, nextDueAt } = announcedAfter(stored, { record, rows, at }, []);
  return {
    record,
    rows,
    differences: differencesBetween({ record: stored.record, ...stored.rows }, { record, ...rows }),
    changedRows: Object.fromEntries(Object.entries(rows).filter(([key]) => differs(key))),
    strayRows: Object.keys(stored.rows).filter(key => rows[key] === undefined),
    unannounced: { flags, announcements, nextDueAt },
  };
}
