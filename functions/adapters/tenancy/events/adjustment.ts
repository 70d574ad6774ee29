import type * as z from 'zod';
import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { present } from '../../kit/present.ts';
import { type baseOf, locatorOf, personOf, sensitive } from '../base.ts';
import { adjustments } from '../flag-codes.ts';
import type { alertSchema } from '../vendor-parts.ts';

type Alert = Pick<z.output<typeof alertSchema>, 'code' | 'mmhid' | 'assetId' | 'uprn' | 'reason'> &
  Partial<Pick<z.output<typeof alertSchema>, 'propertyReference'>>;

/** An alert that records an adjustment for somebody also says so on that person's record. */
export function adjustmentSaid(
  base: Partial<ReturnType<typeof baseOf>> & Pick<EventDraft, 'happened'>,
  { code, mmhid, reason, ...alert }: Alert,
): EventDraft[] {
  const adjustment = adjustments.get(code);
  if (adjustment === undefined || mmhid === undefined) return [];
  const person = personOf(mmhid);
  const data = { person, adjustment, note: sensitive(reason) };
  return [
    {
      ...base,
      ...present({ home: locatorOf({ ...alert, id: alert.assetId }) }),
      persons: [person],
      ...eventContent('housing.tenancy.adjustment-recorded.v1', data),
    },
  ];
}
