import type { EventOf } from '../../../schemas/catalogue.ts';
import { hubSource } from '../../../schemas/envelope.ts';
import type { RefusalReason } from '../../../schemas/events/quarantine.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import {
  type Instant,
  type LocalReference,
  localReferenceSchema,
  systemNameSchema,
} from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';
import { hubEnvelope } from '../envelope/hub-envelope.ts';
import { referenceIn } from '../record/rows.ts';
import { readWaitingKey } from './waits-for.ts';

const type = 'housing.event.quarantined.v1';

/** What is said of something that waits in quarantine. */
export interface Waiting {
  id: string;
  system: string;
  reason: RefusalReason;
  eventType?: string | undefined;
  /** What it waits for. */
  key?: string | undefined;
  /** What is wrong with it: of a case the reference as its system writes it. */
  problems?: readonly { received?: string | undefined }[] | undefined;
  receivedAt: Instant;
  /** How often it was resolved and came back. */
  timesBack: number;
}

/**
 * What the hub announces of something that it keeps; each time it comes back is news. The first announcement has the id
 * of the thing itself, so that an event that comes of it later names it as its cause.
 */
export function quarantinedEvent(
  { id: quarantineId, system, reason, eventType, key, problems = [], receivedAt, timesBack }: Waiting,
  at: Instant,
): EventOf<typeof type> {
  const id = timesBack === 0 ? quarantineId : derivedId(hubSource, type, quarantineId, timesBack);
  return {
    ...hubEnvelope({ id, type, subject: `quarantine/${quarantineId}`, system, at, cause: quarantineId }),
    data: {
      quarantineId,
      system: systemNameSchema.parse(system),
      reason,
      receivedAt,
      ...(eventType !== undefined && { eventType }),
      ...regarding(key, problems),
    },
  };
}

/** Which case it closes; what else something waits for may say where somebody lives. */
function regarding(
  key: string | undefined,
  problems: NonNullable<Waiting['problems']>,
): { regarding?: LocalReference } {
  const waitsFor = key === undefined ? undefined : readWaitingKey(key);
  if (waitsFor === undefined || !('case' in waitsFor)) return {};
  const compared = referenceIn(waitsFor.case);
  const written = problems.find(({ received }) => comparedKey(received ?? '') === compared)?.received;
  return { regarding: localReferenceSchema.parse(written ?? compared) };
}
