import type { EventOf } from '../../../schemas/catalogue.ts';
import type { SubjectRole } from '../../../schemas/event-definition.ts';
import type { Flag, FlagCode } from '../../../schemas/flags.ts';
import type {
  CalendarDate,
  Instant,
  LocalReference,
  PersonReference,
  Subject,
  SystemName,
  Uprn,
} from '../../../schemas/reference.ts';
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
  system: SystemName;
  reference: string;
  opened?: Register<true>;
  open?: Register<boolean>;
  /** Whether an opening was heard that counts no more, because its entry was corrected. */
  openingCorrected?: true;
  stage?: Register<string>;
  facts: Record<string, Register<Fact>>;
}

/** What makes a flag one flag on its subject. */
export interface FlagIdentity {
  code: FlagCode;
  /** Present on a flag that hangs on a tenancy and ends with it. */
  tenancyReference?: LocalReference | undefined;
}

/** The particulars that a source system gives with an assertion. */
export type AssertedFlag = Pick<
  EventOf<'housing.flag.asserted.v1'>['data'],
  'localCode' | 'basis' | 'assertedBy' | 'incidentAt' | 'reviewDue'
>;

/** What one event says of one flag: asserted, with the particulars, or withdrawn. */
export interface FlagStatement extends FlagIdentity {
  /** The case or alert of the source system that it is said of; two open cases are two assertions. */
  localReference?: LocalReference | undefined;
  asserted?: AssertedFlag;
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

/** The note that an entry was corrected. It is there as soon as the correction is heard, even before the entry itself. */
export interface CorrectionRow {
  row: 'correction';
  /** The latest event that corrects it. */
  by: Register<true>;
}
export type Row = CaseRow | FlagRow | CorrectionRow;

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

/** An assertion of a flag that stands now: of one source system, under one reference of its own. */
export interface HeldFlag extends FlagIdentity {
  system: SystemName;
  since: Instant;
  /** The date the source gave; without one the taxonomy's period counts from `since`. */
  reviewDue?: CalendarDate;
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
  leaks: LeakReport[];
  access: AccessAttempt[];
  closings: WorkOrderClosing[];
  totals: Record<Total | 'events', number>;
  /** The latest happening heard from each source system. */
  feeds: Record<string, Instant>;
  details?: Register<PersonDetails>;
}

/** A flag as derived from a record at an instant; announcing it gives it a version. */
export type DerivedFlag = Omit<Flag, 'version'>;

/**
 * Every flag that lives, by flag key, with the state and version of the commit that last changed it; those in force as
 * they were announced. Book-keeping beside the record, not part of it: the versions depend on how events were batched.
 */
export type LiveFlags = Record<string, Flag>;

/** A record of a subject of which nothing was heard yet. */
export function emptyRecord(subject: Subject): SubjectRecord {
  const totals = { events: 0, leaks: 0, visits: 0, noAccess: 0, contacts: 0, complaints: 0, repairs: 0 };
  return { subject, openCases: {}, heldFlags: {}, leaks: [], access: [], closings: [], totals, feeds: {} };
}

/** The UPRN of a property's subject, or undefined for a person's. */
export function uprnOf(subject: Subject): Uprn | undefined {
  return subject.startsWith('property/') ? (subject.slice('property/'.length) as Uprn) : undefined;
}

/** The reference of a person's subject, or undefined for a property's. */
export function personOf(subject: Subject): PersonReference | undefined {
  return subject.startsWith('person/') ? (subject.slice('person/'.length) as PersonReference) : undefined;
}
