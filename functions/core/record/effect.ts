import type { EventOf, SystemEventType } from '../../../schemas/catalogue.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import type { Fact } from './fact.ts';
import type { FlagStatement } from './flag-statement.ts';
import type { OccurrenceStep } from './occurrence-steps.ts';
import type { Showing } from './proofs.ts';
import type { CaseKind, RecurringKind } from './row.ts';
import type {
  AccessAttempt,
  LeakReport,
  PersonDetails,
  PersonLink,
  SamePerson,
  Total,
} from './subject-record.ts';

/** What an event says about one case of a subject. */
export interface CaseEffect {
  kind: CaseKind;
  reference: string;
  /** True when the event opens (or re-opens) the case, false when it closes it. */
  open?: boolean;
  /** How far the case has come; the number parts stages of one instant. */
  stage?: readonly [name: string, rank: number];
  facts?: Readonly<Record<string, Fact>>;
  proof?: Showing;
}

/** What an event says about one thing that recurs, whichever system says it. */
export interface OccurrenceEffect extends Pick<OccurrenceStep, 'does' | 'names' | 'facts'> {
  kind: RecurringKind;
  of: string;
  stage: readonly [name: string, order: number];
}

/** All that one event does to one subject's record. Everything in it commutes with every other event's effects. */
export interface Effects {
  case?: CaseEffect;
  occurrence?: OccurrenceEffect;
  flag?: FlagStatement;
  leak?: Pick<LeakReport, 'leakReference' | 'part'>;
  access?: Pick<AccessAttempt, 'outcome' | 'inPerson' | 'for'>;
  /** It says what somebody found at the home. */
  finding?: true;
  details?: PersonDetails;
  link?: Pick<PersonLink, 'knownAs' | 'holds'>;
  same?: SamePerson;
  total?: Total | undefined;
}

/** What events of one type do to a subject that they touch. */
export type EffectsOf<T extends SystemEventType> = (event: EventOf<T>, touched: Touched) => Effects;

/** An entry for every event type of one subject of the shared language, such as `leak`. */
export type EffectsFor<S extends string> = {
  [T in Extract<SystemEventType, `housing.${S}.${string}`>]: EffectsOf<T>;
};

/** That something was found, where it says what. */
export function foundIf(finding: unknown): Pick<Effects, 'finding'> {
  return finding === undefined ? {} : { finding: true };
}

/** The facts that are known, without those that are not. */
export function known(facts: Readonly<Record<string, Fact | undefined>>): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined),
  );
}
