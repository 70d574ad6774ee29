import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { Touched } from '../../../../schemas/event-definition.ts';
import type { CalendarDate } from '../../../../schemas/reference.ts';
import type { EffectsFor } from '../effect.ts';
import { identityOf } from '../flag-identity.ts';
import { assertedFlagSchema, type FlagDecision, type FlagStatement } from '../flag-statement.ts';

type Said = EventOf<'housing.flag.asserted.v1' | 'housing.flag.withdrawn.v1'>['data'];
type Decision = EventOf<
  | 'housing.flag.approved.v1'
  | 'housing.flag.refused.v1'
  | 'housing.flag.reviewed.v1'
  | 'housing.flag.clearance-requested.v1'
  | 'housing.flag.clearance-decided.v1'
  | 'housing.flag.person-told.v1'
>['data'];

function statementOf(data: Said): FlagStatement {
  const { localReference, knownAs } = data;
  return { ...identityOf(data), localReference, knownAs };
}

function decisionOf(data: Decision, decided: Omit<FlagDecision, 'by'>): { flag: FlagStatement } {
  return { flag: { ...identityOf(data), decided: { ...decided, by: data.decidedBy } } };
}

/** What a clearance says beside who decided: until when, and whether it never held. */
function clearanceIn({
  until,
  enteredInError,
}: {
  until?: CalendarDate | undefined;
  enteredInError?: true | undefined;
}): Pick<FlagDecision, 'until' | 'enteredInError'> {
  return {
    ...(until === undefined ? {} : { until }),
    ...(enteredInError === undefined ? {} : { enteredInError }),
  };
}

/** Whether it is said at a home of the block that it is about: the block's record has it, and every home shows that. */
function isOfItsBlock({ subjects }: { subjects: readonly Touched[] }, { role }: Touched): boolean {
  return role === 'home' && subjects.some(other => other.role === 'block');
}

export const flagEffects: EffectsFor<'flag'> = {
  'housing.flag.asserted.v1': ({ data, echoof }, touched) => {
    if (isOfItsBlock(data, touched)) return {};
    // What a system was told and says again is no source: the flag was spoken of, and no more.
    if (echoof !== undefined) return { flag: identityOf(data) };
    return { flag: { ...statementOf(data), said: { asserted: assertedFlagSchema.parse(data) } } };
  },
  // Of a block, too, it ends what was put on the home before anybody knew its block.
  'housing.flag.withdrawn.v1': ({ data }) => ({ flag: { ...statementOf(data), said: 'withdrawn' } }),
  'housing.flag.approved.v1': ({ data }) => decisionOf(data, { kind: 'approved' }),
  'housing.flag.refused.v1': ({ data }) =>
    decisionOf(data, { kind: data.refuses === 'raising' ? 'refused' : 'clearance-refused' }),
  'housing.flag.reviewed.v1': ({ data }) => decisionOf(data, { kind: 'reviewed', until: data.until }),
  'housing.flag.clearance-requested.v1': ({ data }) =>
    decisionOf(data, { kind: 'clearance-requested', ...clearanceIn(data) }),
  'housing.flag.clearance-decided.v1': ({ data }) =>
    decisionOf(data, { kind: 'cleared', ...clearanceIn(data) }),
  'housing.flag.person-told.v1': ({ data }) =>
    decisionOf(data, { kind: 'told', informed: 'informedAt' in data.told }),
};
