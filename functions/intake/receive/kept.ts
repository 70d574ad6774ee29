import type * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { HubError } from '../../shell/errors.ts';
import { readJson } from '../../shell/http/json.ts';
import type { Publish } from '../../shell/publisher.ts';
import type { Resubmission } from '../item/resubmission.ts';

/** Reads what the hub kept in a form of its own. @throws {HubError} when it is nothing that it kept. */
export function keptIn<T>(schema: z.ZodType<T>, text: string): T {
  const json = readJson(text);
  const read = schema.safeParse(json.ok ? json.value : undefined);
  if (read.success) return read.data;
  throw new HubError('This is nothing that the hub kept of a forgotten key', { retryable: false });
}

/** Publishes events that come out of quarantine: their place there led to them. @throws {HubError} when the bus does not take one. */
export async function publishKept(
  publish: Publish,
  { quarantineId, attempt }: Resubmission,
  events: readonly SystemEvent[],
): Promise<void> {
  const unpublished = await publish(events.map(event => ({ ...event, causationid: quarantineId, attempt })));
  if (unpublished.length > 0) throw new HubError('The bus did not take an event', { retryable: true });
}
