import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { EffectsFor } from '../effect.ts';
import type { FlagIdentity } from '../subject-record.ts';

type FlagEventData = EventOf<'housing.flag.asserted.v1' | 'housing.flag.withdrawn.v1'>['data'];

function identityOf({ code, tenancyReference }: FlagEventData): FlagIdentity {
  return tenancyReference === undefined ? { code } : { code, tenancyReference };
}

export const flagEffects: EffectsFor<'flag'> = {
  'housing.flag.asserted.v1': ({ data }) => {
    const { localCode, basis, assertedBy, incidentAt, reviewDue } = data;
    return {
      flag: { ...identityOf(data), asserted: { localCode, basis, assertedBy, incidentAt, reviewDue } },
    };
  },
  'housing.flag.withdrawn.v1': ({ data }) => ({ flag: identityOf(data) }),
};
