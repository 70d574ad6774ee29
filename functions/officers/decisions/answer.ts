import type * as z from 'zod';
import type { SystemEventType } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { flagId } from '../../core/flags/flag-id.ts';
import { flagFor, type Viewer } from '../../core/views/need-to-know.ts';
import type { PlainAnswer } from '../../shell/http/endpoint-kinds.ts';
import type { Committed } from '../../shell/tables/records/decision-reader.ts';
import type { decidedResponse } from './contract.ts';

/** What a decision is answered with, now and every time that it is repeated. */
export function decidedAnswer(
  viewer: Viewer,
  on: Subject,
  { event, change }: Committed,
): PlainAnswer<z.input<typeof decidedResponse>> {
  const { flag: identity, before, after, reason, version } = change;
  const id = flagId({ ...identity, on });
  const headers = { location: `/v1/flags/${id}` };
  const shown = [after, before].find(flag => flag !== undefined);
  const flag = shown && flagFor(viewer, shown);
  if (flag === undefined) return { status: 202, answer: { id }, headers };
  return {
    status: statusOf(event.type),
    answer: after === undefined ? { id, state: 'cleared', reason } : { id, state: flag.state, flag },
    headers: { ...headers, etag: `"${after === undefined ? version : flag.version}"` },
  };
}

/** What still waits for a second person to agree is taken, but not done. */
function statusOf(type: SystemEventType): number {
  if (type === 'housing.flag.asserted.v1') return 201;
  return type === 'housing.flag.clearance-requested.v1' ? 202 : 200;
}
