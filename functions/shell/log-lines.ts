/**
 * Every log line of the functions, declared once. Metric filters and operators' searches rely on a line's code and on the
 * names of its fields, never on its message: the message may be reworded, a code stays. Pure data and types, so that
 * `infra` can read it; `log.ts` writes.
 */

/** What the logger writes itself, and the code: no field of a line may have such a name. */
type Reserved = 'code' | 'level' | 'message' | 'service' | 'timestamp';

/** The fields of a line: ids, types, counts and reasons; never a payload, a name, an address or free text. */
export type LogFields = Readonly<Record<string, unknown>> & { readonly [name in Reserved]?: never };

/** Carries the fields' types and nothing else. It is not exported: only this file can declare a line. */
declare const fields: unique symbol;

/** A line that functions may write. */
export interface LogLine<Fields extends LogFields = LogFields> {
  /** Stable: written as the field `code`. */
  readonly code: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [fields]: Fields;
}

function line<Fields extends LogFields>(code: string, level: LogLine['level'], message: string) {
  return { code, level, message } as LogLine<Fields>;
}

/** Why something failed: the name of the error, or a reason in the hub's own words. Operators' commands show it. */
export type Failed = { error: string };
type Flag = { eventId: string; flagCode: string; version: number };
type Message = Failed & { messageId: string };
type OutboundMessage = Message & {
  eventId: string | undefined;
  version: number | undefined;
  /** Since it was first sent. */
  waitedSeconds: number;
};
type Circuit = { since: string; until: string };
/** Of one run: the years of subjects that it looked at, before which instant, and whether it came to the table's end. */
type MovedEvents = {
  before: string;
  years: number;
  events: number;
  failed: number;
  unreadable: number;
  isEnd: boolean;
};
type HeldSnapshot = { fileId: string; feed: string; reason: string };
type SnapshotRows = { rows: number; rowsBefore: number; disappeared: number; rowsWithoutKey: number };
/** How a seal itself is: as it was written, gone, or not on the chain of the day before. */
type SealState = 'kept' | 'missing' | 'broken';
type Corrections = { raise: number; update: number; remove: number; complete: boolean };

/** How often drift is measured: each of its lines stands for the time until the next. */
export const minutesBetweenDriftLines = 15;

export const logLines = {
  // Any function
  requestFailed: line<Failed & { endpoint: string }>('request-failed', 'error', 'Request failed'),
  messageFailed: line<Message>('message-failed', 'warn', 'Message failed; it is retried'),
  messageUnprocessable: line<Message>(
    'message-unprocessable',
    'error',
    'Message failed; a retry cannot help',
  ),

  textsUnreadable: line<{ texts: number }>(
    'texts-unreadable',
    'error',
    'Personal texts that no key fits; they are shown as not readable',
  ),

  answerNotDeclared: line<{ endpoint: string; advice: readonly string[] }>(
    'answer-not-declared',
    'error',
    'Answer shows of people what its endpoint does not declare; it was not sent',
  ),

  // Intake
  itemsReceived: line<{ accepted: number; rejected: number; quarantined: number }>(
    'items-received',
    'info',
    'Items received',
  ),
  unknownFields: line<{ system: string; kind: string; fields: number; paths: readonly string[] }>(
    'unknown-fields',
    'warn',
    'A system sends fields that its adapter neither reads nor lists as known and unused',
  ),
  echoesHeard: line<{ echoes: number }>(
    'echoes-heard',
    'info',
    'What a system said is what it was told; it is kept and is no source',
  ),
  receivedNotPublished: line<{ codes: readonly string[] }>(
    'received-not-published',
    'error',
    'Event bus did not accept every received event',
  ),
  adapterOutputInvalid: line<{ row: number; paths: readonly string[] }>(
    'adapter-output-invalid',
    'error',
    'Adapter output is no event of the catalogue',
  ),
  quarantinedEventReceived: line<{ quarantineId: string; type: string }>(
    'quarantined-event-received',
    'info',
    'Event received from quarantine',
  ),
  ticketSuperseded: line<{ quarantineId: string }>(
    'ticket-superseded',
    'info',
    'Ticket is not the latest of its item in quarantine; it is left',
  ),
  messageKept: line<{ quarantineId: string }>(
    'message-kept',
    'warn',
    'Message is nothing that its system sends; it is kept in quarantine',
  ),
  quarantineResubmitted: line<{ quarantineId: string; attempt: number }>(
    'quarantine-resubmitted',
    'info',
    'Quarantined item resubmitted',
  ),
  quarantineBacklog: line<{ system: string; depth: number; oldestSeconds: number }>(
    'quarantine-backlog',
    'info',
    'Quarantine backlog measured',
  ),
  resolutionLate: line<{ quarantineId: string }>('resolution-late', 'warn', 'Resolution processed late'),
  quarantineChangeFailed: line<Failed>(
    'quarantine-change-failed',
    'warn',
    'Quarantine change failed; it is retried',
  ),
  lateFollowFailed: line<Failed & { quarantineId: string }>(
    'late-follow-failed',
    'error',
    'An item that the streams gave up could not be followed either; it is tried again at the next run',
  ),
  quarantineChangeSkipped: line<Failed>(
    'quarantine-change-skipped',
    'error',
    'Quarantine change failed and was skipped',
  ),
  snapshotHeld: line<HeldSnapshot & SnapshotRows>(
    'snapshot-held',
    'warn',
    'Snapshot held until it is accepted',
  ),
  fileContinued: line<{ fileId: string; dealtWith: number }>(
    'file-continued',
    'info',
    'File partly processed',
  ),
  fileFinished: line<{ fileId: string; state: string; counts: object | undefined }>(
    'file-finished',
    'info',
    'File processed',
  ),

  // Records
  commitFailed: line<Failed & { events: readonly string[] }>('commit-failed', 'warn', 'Commit failed'),
  recordsDue: line<{ due: number; oldestSeconds: number }>('records-due', 'info', 'Due records counted'),
  dueCommitFailed: line<Failed & { dueAt: string }>(
    'due-commit-failed',
    'error',
    'Commit of a due record failed',
  ),
  eventsMoved: line<MovedEvents>(
    'events-moved',
    'info',
    'Events of years that are over moved out of the table',
  ),
  moveFailed: line<Failed & { year: string }>(
    'move-failed',
    'error',
    'Events of a subject and a year could not be moved; they stay in the table until the next night',
  ),
  notAnnouncedAtOnce: line<{ codes: readonly string[] }>(
    'not-announced-at-once',
    'warn',
    'Event bus did not accept at once what was committed; the relay publishes it',
  ),
  outboxNotPublished: line<{ failures: readonly { id: string; code: string }[] }>(
    'outbox-not-published',
    'warn',
    'Event bus did not accept every event of the outbox; they are retried',
  ),
  outboxRowUnreadable: line<{ sequenceNumber: string; paths: readonly string[] }>(
    'outbox-row-unreadable',
    'error',
    'Outbox row cannot be read; its address goes to the dead-letter queue',
  ),

  // Delivery
  delivered: line<Flag>('delivered', 'info', 'Flag delivered'),
  deliveryForbidden: line<Flag>('delivery-forbidden', 'warn', 'Delivery skipped: not for this team'),
  deliveryRepeated: line<Flag>('delivery-repeated', 'info', 'Delivery skipped: already delivered'),
  deliveryRetriedLater: line<OutboundMessage & { seconds: number }>(
    'delivery-retried-later',
    'warn',
    'Delivery retried later',
  ),
  deadLettered: line<OutboundMessage>('dead-lettered', 'error', 'Message moved to dead-letter queue'),
  leftToVisibilityTimeout: line<OutboundMessage>(
    'left-to-visibility-timeout',
    'error',
    'Message could not be moved; it is retried after its visibility timeout',
  ),
  placesTruncated: line<{ eventId: string; homes: number }>(
    'places-truncated',
    'error',
    'Block has more homes than a message can name',
  ),
  circuitOpened: line<Circuit>('circuit-opened', 'error', 'Circuit opened'),
  circuitOpen: line<Circuit>('circuit-open', 'warn', 'Circuit is open; nothing was sent'),
  circuitClosed: line<{ since: string | undefined }>('circuit-closed', 'info', 'Circuit closed'),
  circuitNotSaved: line<Failed>('circuit-not-saved', 'warn', 'Circuit state could not be saved'),
  receiptsSaved: line<{ acknowledged: number; unknown: number; stale: number }>(
    'receipts-saved',
    'info',
    'Receipts saved',
  ),
  driftMeasured: line<{
    system: string;
    missing: number;
    stale: number;
    extra: number;
    /** Flags that differ, each for the hours that the measurement stands for. */
    hoursWrong: number;
    oldestSeconds: number;
  }>('drift-measured', 'info', 'Drift measured'),
  /** Flags in force that nobody confirmed for as long as their kind may go. */
  reviewsMeasured: line<{ states: number; facts: number }>(
    'reviews-measured',
    'info',
    'Overdue reviews measured',
  ),
  flagsResent: line<Corrections>('flags-resent', 'info', 'Owed flags enqueued again'),
  caughtUp: line<Omit<Corrections, 'complete'>>(
    'caught-up',
    'info',
    'A system that is behind: what it does not hold is enqueued again',
  ),
  againNotTaken: line<OutboundMessage>(
    'again-not-taken',
    'warn',
    'Sent again and not taken; it is sent once more for as long as the system does not hold it',
  ),
  driftNotMeasured: line<Failed & { system: string }>(
    'drift-not-measured',
    'error',
    'Drift of a system could not be measured',
  ),
  behindNotPublished: line<{ system: string; codes: readonly string[] }>(
    'behind-not-published',
    'error',
    'That a system is behind was not published; the next measurement says it again',
  ),
  flagSetCompared: line<Corrections & { same: number }>('flag-set-compared', 'info', 'Whole set compared'),

  // Officers
  breakGlassUsed: line<{ readId: string; role: string; endpoint: string }>(
    'break-glass-used',
    'warn',
    'Break-glass access used',
  ),
  auditSealed: line<{ sealed: number; rows: number; compared: number }>(
    'audit-sealed',
    'info',
    'Days of the audit sealed and compared',
  ),
  auditDiffers: line<{ day: string; missing: number; changed: number; added: number; seal: SealState }>(
    'audit-differs',
    'error',
    'The audit is not as it was sealed',
  ),
  readNotAudited: line<Failed>('read-not-audited', 'error', 'Read could not be audited and was not answered'),
};
