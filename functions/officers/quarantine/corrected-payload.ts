import type * as z from 'zod';
import { eventSchema } from '../../../schemas/catalogue.ts';
import { mistakenSchema } from '../../core/quarantine/mistaken-person.ts';
import { unmatchedSchema } from '../../core/quarantine/unmatched.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import {
  eventContentType,
  mistakenContentType,
  type QuarantineItem,
  unmatchedContentType,
} from '../../shell/tables/quarantine/item.ts';

/** What no system sends: the hub kept it in these, and reads it back where it is still that. */
const ofTheHub: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [eventContentType, eventSchema],
  [unmatchedContentType, unmatchedSchema],
  [mistakenContentType, mistakenSchema],
]);
/** What fits beside the payload that it replaces. */
const maximumCorrectedBytes = 128 * 1024;

/**
 * What an officer puts in the place of an item's payload: as it is shown, or as its system would send it. It is text where
 * the item came as text that is not JSON, such as a sheet, and JSON everywhere else.
 * @throws {ApiProblem} 413 when it is too large, 422 when nobody knows whose format it is in.
 */
export function correctedOf({ system, contentType }: QuarantineItem, payload: unknown) {
  if (system === 'unknown') {
    const detail = 'No system can be told to have sent this, so there is nowhere to send it again.';
    throw new ApiProblem({ status: 422, title: 'Of no known system', detail });
  }
  const isJson = contentType.endsWith('json');
  const corrected =
    typeof payload === 'string' && !isJson
      ? { payload, contentType }
      : {
          payload: JSON.stringify(payload),
          contentType: isJson && isStillOf(contentType, payload) ? contentType : 'application/json',
        };
  const bytes = Buffer.byteLength(corrected.payload);
  if (bytes <= maximumCorrectedBytes) return corrected;
  const detail = `The payload has ${bytes} bytes; at most ${maximumCorrectedBytes} are taken here. Have the system send it again.`;
  throw new ApiProblem({ status: 413, title: 'Too large', detail });
}

function isStillOf(contentType: string, payload: unknown): boolean {
  return ofTheHub.get(contentType)?.safeParse(payload).success ?? true;
}
