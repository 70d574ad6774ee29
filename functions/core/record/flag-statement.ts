import type { EventOf } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import type { Officer } from '../../../schemas/officers.ts';
import type { CalendarDate, LocalReference } from '../../../schemas/reference.ts';

/** What makes a flag one flag on its subject. */
export interface FlagIdentity {
  code: FlagCode;
  /** Present on a flag that hangs on a tenancy and ends with it. */
  tenancyReference?: LocalReference | undefined;
}

/** The particulars that a source gives with an assertion. */
export type AssertedFlag = Pick<
  EventOf<'housing.flag.asserted.v1'>['data'],
  'localCode' | 'basis' | 'assertedBy' | 'raisedBy' | 'incidentAt' | 'reviewDue'
>;

/** What a source says of a flag: that it holds, with the particulars, or that it says so no more. */
export type SaidOfFlag = { asserted: AssertedFlag } | 'withdrawn';

/** What officers can decide about a flag: of each, the latest counts. */
export type DecisionKind =
  | 'approved'
  | 'refused'
  | 'reviewed'
  | 'clearance-requested'
  | 'clearance-refused'
  | 'cleared'
  | 'told';

/** What of a decision has consequences; the reasons are in the timeline. */
export interface Decided {
  by: Officer;
  /** Of a review: when it is due again. Of a clearance, and of a request for one: when the flag's rule is believed again. */
  until?: CalendarDate | undefined;
  /** Whether the person was informed. */
  informed?: boolean;
}
export type FlagDecision = Decided & { kind: DecisionKind };

/** What one event says of one flag. */
export interface FlagStatement extends FlagIdentity {
  /** The case or alert of the source that it is said of; two open cases are two assertions. */
  localReference?: LocalReference | undefined;
  said?: SaidOfFlag;
  decided?: FlagDecision;
}
