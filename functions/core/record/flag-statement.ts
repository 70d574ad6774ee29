import * as z from 'zod';
import { systemFlagEvents } from '../../../schemas/events/flag.ts';
import { flagCodeSchema } from '../../../schemas/flags.ts';
import { officerSchema } from '../../../schemas/officers.ts';
import {
  dateSchema,
  type LocalReference,
  localReferenceSchema,
  type PersonReference,
} from '../../../schemas/reference.ts';

/** What makes a flag one flag on its subject; the tenancy is present on a flag that hangs on one and ends with it. */
export const flagIdentitySchema = z.object({
  code: flagCodeSchema,
  tenancyReference: localReferenceSchema.optional(),
});
export type FlagIdentity = z.infer<typeof flagIdentitySchema>;

const [asserted] = systemFlagEvents;

/** The particulars that a source gives with an assertion. */
export const assertedFlagSchema = asserted.schema.shape.data.pick({
  localCode: true,
  basis: true,
  assertedBy: true,
  raisedBy: true,
  approvedBy: true,
  incidentAt: true,
  agreement: true,
  reviewDue: true,
  endsOn: true,
});
export type AssertedFlag = z.infer<typeof assertedFlagSchema>;

/** What a source says of a flag: that it holds, with the particulars, or that it says so no more. */
export type SaidOfFlag = { asserted: AssertedFlag } | 'withdrawn';

/** What officers can decide about a flag: of each, the latest counts. */
export const decisionKindSchema = z.enum([
  'approved',
  'refused',
  'reviewed',
  'clearance-requested',
  'clearance-refused',
  'cleared',
  'told',
]);
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/** What of a decision has consequences; the reasons are in the timeline. */
export const decidedSchema = z.object({
  by: officerSchema,
  /** Of a review: when it is due again. Of a clearance, and of a request for one: when the flag's rule is believed again. */
  until: dateSchema.optional(),
  /** Of a clearance, and of a request for one: that it never held. */
  enteredInError: z.literal(true).exactOptional(),
  /** Whether the person was informed. */
  informed: z.boolean().exactOptional(),
});
export type Decided = z.infer<typeof decidedSchema>;
export type FlagDecision = Decided & { kind: DecisionKind };

/** What one event says of one flag. */
export interface FlagStatement extends FlagIdentity {
  /** The case or alert of the source that it is said of; two open cases are two assertions. */
  localReference?: LocalReference | undefined;
  /** The source's own key of the person, where it is not the subject's. */
  knownAs?: PersonReference | undefined;
  said?: SaidOfFlag;
  decided?: FlagDecision;
}
