import * as z from 'zod';
import { encryptedSchema } from '../../../schemas/encrypted.ts';
import { subjectRoleSchema } from '../../../schemas/event-definition.ts';
import { type Flag, flagSchema } from '../../../schemas/flags.ts';
import { officerSchema } from '../../../schemas/officers.ts';
import {
  dateSchema,
  instantSchema,
  type PersonReference,
  personReferenceSchema,
  type Subject,
  subjectSchema,
  systemNameSchema,
  type Uprn,
} from '../../../schemas/reference.ts';
import { factSchema } from './fact.ts';
import { flagIdentitySchema } from './flag-statement.ts';
import { hazardsSchema } from './hazards.ts';
import { proofsSchema } from './proofs.ts';
import { registerOf, stampSchema } from './registers.ts';
import { caseKindSchema, decisionsSchema } from './row.ts';

/** A case that is open now, as the record shows it. */
const openCaseSchema = z.object({
  kind: caseKindSchema,
  system: systemNameSchema,
  reference: z.string(),
  openedAt: instantSchema,
  openedBy: z.string(),
  /** Its source gave the day on which it was opened and no time. */
  openedOnDay: z.literal(true).exactOptional(),
  stage: z.string().exactOptional(),
  /** Since when a tenancy is missing from its source's full extract. */
  missingSince: instantSchema.exactOptional(),
  facts: z.record(z.string(), factSchema),
});
export type OpenCase = z.infer<typeof openCaseSchema>;

/** An assertion of a flag that stands now: of one source, under one reference of its own. */
const heldFlagSchema = flagIdentitySchema.extend({
  system: systemNameSchema,
  /** The source's own key of the person, where it is not the subject's. */
  knownAs: personReferenceSchema.exactOptional(),
  /** When it began to hold, and when it was said last. */
  since: stampSchema,
  last: stampSchema,
  /** When it was last seen to be in its source's full extract still. */
  confirmedAt: instantSchema.exactOptional(),
  /** The date the source gave; without one the taxonomy's period counts from `since`. */
  reviewDue: dateSchema.exactOptional(),
  /** The day on which its source means to end it. */
  endsOn: dateSchema.exactOptional(),
  /** The officer who raised it through the hub. */
  raisedBy: officerSchema.exactOptional(),
  /** When its source last said that a second person had approved it. */
  approved: stampSchema.exactOptional(),
});
export type HeldFlag = z.infer<typeof heldFlagSchema>;

/** What was decided about a flag that stands, and which systems deny it since when. */
const flagDecisionsSchema = z.object({
  decided: decisionsSchema,
  denied: z.record(z.string(), instantSchema),
});
export type FlagDecisions = z.infer<typeof flagDecisionsSchema>;

const leakReportSchema = stampSchema.extend({ leakReference: z.string(), part: subjectRoleSchema });
export type LeakReport = z.infer<typeof leakReportSchema>;

/** A leak without a reference that seems to come from this home: when it was reported first, and when it was over. */
const unnamedLeakSchema = stampSchema.extend({
  /** The subject of the home that it comes into. */
  into: z.string(),
  /** What the hub calls it. */
  reference: z.string(),
  closedAt: instantSchema.exactOptional(),
});
export type UnnamedLeak = z.infer<typeof unnamedLeakSchema>;

const accessAttemptSchema = stampSchema.extend({
  outcome: z.enum(['gained', 'missed']),
  inPerson: z.boolean(),
  /** The job or leak that it was for, where that was said. */
  for: z.array(z.object({ kind: caseKindSchema, reference: z.string() })).exactOptional(),
});
export type AccessAttempt = z.infer<typeof accessAttemptSchema>;

/** That a work order was completed, cancelled or otherwise closed. */
const workOrderClosingSchema = stampSchema.extend({
  /** The key of its case among the open ones, when it is open again. */
  workOrder: z.string(),
});
export type WorkOrderClosing = z.infer<typeof workOrderClosingSchema>;

/** Encrypted, as the event has them. */
const personDetailsSchema = z.object({
  name: z.string(),
  dateOfBirth: z.union([dateSchema, encryptedSchema]).optional(),
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** That another system's key of somebody means a person, or does not: a home hears it where that key alone was known. */
const personLinkSchema = stampSchema.extend({ knownAs: personReferenceSchema, holds: z.boolean() });
export type PersonLink = z.infer<typeof personLinkSchema>;

/** Whom an officer found to be one with this person, or not to be. */
export interface SamePerson {
  person: PersonReference;
  holds: boolean;
}

const countSchema = z.int().nonnegative();
const totalsSchema = z.object({
  events: countSchema,
  leaks: countSchema,
  visits: countSchema,
  noAccess: countSchema,
  contacts: countSchema,
  complaints: countSchema,
  repairs: countSchema,
});
export type Total = Exclude<keyof z.infer<typeof totalsSchema>, 'events'>;

/**
 * The compact state of one property or person: everything that rules and views need, and nothing that grows with history.
 * It depends on the set of events alone: not on the order in which they were heard, nor on how often, nor on when.
 */
export const subjectRecordSchema = z.object({
  subject: subjectSchema,
  openCases: z.record(z.string(), openCaseSchema),
  /** Of each kind of hazard the occurrence that is open, and the latest that are closed. */
  hazards: hazardsSchema,
  heldFlags: z.record(z.string(), heldFlagSchema),
  /** By flag key: of flags that somebody asserts, and of those that rules raise. */
  decisions: z.record(z.string(), flagDecisionsSchema),
  leaks: z.array(leakReportSchema),
  /** The latest leaks without a reference that seem to come from here. */
  unnamedLeaks: z.array(unnamedLeakSchema).exactOptional(),
  access: z.array(accessAttemptSchema),
  /** The latest events that say what somebody found here: where they are in the timeline, not what they say. */
  findings: z.array(stampSchema).exactOptional(),
  closings: z.array(workOrderClosingSchema),
  /** Work orders that were said to be done with nothing to show it. */
  proofs: proofsSchema,
  links: z.array(personLinkSchema),
  /** Of a person: with whom officers found them to be one, and with whom no longer. Of each pair the latest decision. */
  sameAs: z.record(z.string(), registerOf(z.boolean())).exactOptional(),
  totals: totalsSchema,
  /** The latest happening heard from each source system. */
  feeds: z.record(z.string(), instantSchema),
  details: registerOf(personDetailsSchema).exactOptional(),
  /** The latest that a tenancy was said to have ended. */
  tenancyEndedAt: instantSchema.exactOptional(),
});
export type SubjectRecord = z.infer<typeof subjectRecordSchema>;

/** A flag as derived from a record at an instant; announcing it gives it a version. */
export type DerivedFlag = Omit<Flag, 'version' | 'changedAt'>;

/**
 * Every flag that lives, by flag key, with the state and version of the commit that last changed it; those in force as
 * they were announced. Book-keeping beside the record, not part of it: the versions depend on how events were batched.
 */
export const liveFlagsSchema = z.record(z.string(), flagSchema);
export type LiveFlags = z.infer<typeof liveFlagsSchema>;

/** A record of a subject of which nothing was heard yet. */
export function emptyRecord(subject: Subject): SubjectRecord {
  const totals = { events: 0, leaks: 0, visits: 0, noAccess: 0, contacts: 0, complaints: 0, repairs: 0 };
  return {
    subject,
    openCases: {},
    hazards: [],
    heldFlags: {},
    decisions: {},
    leaks: [],
    access: [],
    closings: [],
    proofs: [],
    links: [],
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
