import type { SubjectRole } from '../../../schemas/event-definition.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Officer } from '../../../schemas/officers.ts';
import type {
  CalendarDate,
  Instant,
  PersonReference,
  Subject,
  SystemName,
  Uprn,
} from '../../../schemas/reference.ts';
import type { AssertedFlag, Decided, DecisionKind, FlagIdentity } from './flag-statement.ts';
import type { Register, Stamp } from './registers.ts';

export type CaseKind =
  | 'leak'
  | 'work-order'
  | 'hazard'
  | 'tenancy'
  | 'enforcement'
  | 'complaint'
  | 'disrepair-claim'
  | 'works';
export type Fact = string | number | boolean | null | { readonly [key: string]: Fact };

/** One case with everything heard of it. Kept in a row of its own, so that the record stays small for ever. */
export interface CaseRow {
  row: 'case';
  kind: CaseKind;
  reference: string;
  /** Which system said first that there is such a case. */
  opened?: Register<SystemName>;
  open?: Register<boolean>;
  /** Whether an opening was heard that counts no more, because its entry was corrected. */
  openingCorrected?: true;
  stage?: Register<string>;
  facts: Record<string, Register<Fact>>;
}

/**
 * What one source system has said so far of one flag, under one reference of its own. Each reference has a row of its
 * own: a flag that comes and goes for years, under ever new references, costs the last time what it cost the first.
 */
export interface FlagRow extends FlagIdentity {
  row: 'flag';
  system: SystemName;
  firstAsserted?: Register<true>;
  lastAsserted?: Register<AssertedFlag>;
  lastWithdrawn?: Register<true>;
}

/**
 * What officers decided about one flag, and who spoke of it: one row a flag, however many sources and references it has.
 * Of every kind of decision the latest counts.
 */
export interface DecisionsRow extends FlagIdentity {
  row: 'decisions';
  /** Of each source: that it ever said that the flag holds, or when it last took back what it never said. */
  heard: Record<string, 'asserted' | Register<true>>;
  decided: { [K in DecisionKind]?: Register<Decided> };
}

/** The note that an entry was corrected. It is there as soon as the correction is heard, even before the entry itself. */
export interface CorrectionRow {
  row: 'correction';
  /** The latest event that corrects it. */
  by: Register<true>;
}
export type Row = CaseRow | FlagRow | DecisionsRow | CorrectionRow;

/** A case that is open now, as the record shows it. */
export interface OpenCase {
  kind: CaseKind;
  system: SystemName;
  reference: string;
  openedAt: Instant;
  openedBy: string;
  stage?: string;
  facts: Record<string, Fact>;
}

/** An assertion of a flag that stands now: of one source, under one reference of its own. */
export interface HeldFlag extends FlagIdentity {
  system: SystemName;
  /** When it began to hold, and when it was said last. */
  since: Stamp;
  last: Stamp;
  /** The date the source gave; without one the taxonomy's period counts from `since`. */
  reviewDue?: CalendarDate;
  /** The officer who raised it through the hub. */
  raisedBy?: Officer;
}

/** What was decided about a flag that stands, and which systems deny it since when. */
export interface FlagDecisions {
  decided: DecisionsRow['decided'];
  denied: Record<string, Instant>;
}

export interface LeakReport extends Stamp {
  leakReference: string;
  part: SubjectRole;
}
export interface AccessAttempt extends Stamp {
  outcome: 'gained' | 'missed';
  inPerson: boolean;
}
/** That a work order was completed, cancelled or otherwise closed. */
export interface WorkOrderClosing extends Stamp {
  /** The key of its case among the open ones, when it is open again. */
  workOrder: string;
}
export interface PersonDetails {
  name: string;
  dateOfBirth?: CalendarDate | undefined;
}
export type Total = 'leaks' | 'visits' | 'noAccess' | 'contacts' | 'complaints' | 'repairs';

/**
 * The compact state of one property or person: everything that rules and views need, and nothing that grows with history.
 * It depends on the set of events alone: not on the order in which they were heard, nor on how often, nor on when.
 */
export interface SubjectRecord {
  subject: Subject;
  openCases: Record<string, OpenCase>;
  heldFlags: Record<string, HeldFlag>;
  /** By flag key: of flags that somebody asserts, and of those that rules raise. */
  decisions: Record<string, FlagDecisions>;
  leaks: LeakReport[];
  access: AccessAttempt[];
  closings: WorkOrderClosing[];
  totals: Record<Total | 'events', number>;
  /** The latest happening heard from each source system. */
  feeds: Record<string, Instant>;
  details?: Register<PersonDetails>;
}

/** A flag as derived from a record at an instant; announcing it gives it a version. */
export type DerivedFlag = Omit<Flag, 'version' | 'changedAt'>;

/**
 * Every flag that lives, by flag key, with the state and version of the commit that last changed it; those in force as
 * they were announced. Book-keeping beside the record, not part of it: the versions depend on how events were batched.
 */
export type LiveFlags = Record<string, Flag>;

/** A record of a subject of which nothing was heard yet. */
export function emptyRecord(subject: Subject): SubjectRecord {
  const totals = { events: 0, leaks: 0, visits: 0, noAccess: 0, contacts: 0, complaints: 0, repairs: 0 };
  return {
    subject,
    openCases: {},
    heldFlags: {},
    decisions: {},
    leaks: [],
    access: [],
    closings: [],
    totals,
    feeds: {},
  };
}

/** The UPRN of a property's subject, or undefined for a person's. */
export function uprnOf(subject: Subject): Uprn | undefined {
  return subject.startsWith('property/') ? (subject.slice('property/'.length) as Uprn) : undefined;
}

/** The reference of a person's subject, or undefined for a property's. */
export function personOf(subject: Subject): PersonReference | undefined {
  return subject.startsWith('person/') ? (subject.slice('person/'.length) as PersonReference) : undefined;
}
