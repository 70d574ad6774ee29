import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { EffectsFor } from '../effect.ts';
import type { FlagStatement } from '../subject-record.ts';

type FlagEventData = EventOf<'housing.flag.asserted.v1' | 'housing.flag.withdrawn.v1'>['data'];

function statementOf({ code, tenancyReference, localReference }: FlagEventData): FlagStatement {
  return { code, ...(tenancyReference === undefined ? {} : { tenancyReference }), localReference };
}

export const flagEffects: EffectsFor<'flag'> = {
  'housing.flag.asserted.v1': ({ data }) => {
    const { localCode, basis, assertedBy, incidentAt, reviewDue } = data;
    return {
      flag: { ...statementOf(data), asserted: { localCode, basis, assertedBy, incidentAt, reviewDue } },
    };
  },
  'housing.flag.withdrawn.v1': ({ data }) => ({ flag: statementOf(data) }),
};
