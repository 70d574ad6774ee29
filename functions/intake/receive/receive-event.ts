import { eventSchema, type SystemEvent } from '../../../schemas/catalogue.ts';
import type { SystemName } from '../../../schemas/reference.ts';
import type { Problem } from '../../adapters/contract.ts';
import { systemOf } from '../../core/record/rows.ts';
import { isSystemEvent } from '../../shell/event-message.ts';
import { readJson } from '../../shell/http/json.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { eventContentType } from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { problemsOf } from '../item/problems.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';
import type { Resubmission } from '../item/resubmission.ts';
import { publishKept } from './kept.ts';

interface EventDeps extends Pick<ReceiveDeps, 'publish'> {
  adapter: { manifest: { system: SystemName } };
  keep: Keep;
}

/**
 * Takes an event that comes in once more from quarantine, where `record` had put it: it is in the shared language already
 * and goes on the bus as it was, with its own id. What led to it is its place in quarantine.
 * @throws {HubError} when the bus does not take it.
 */
export async function receiveEvent(text: string, resubmission: Resubmission, deps: EventDeps): Promise<void> {
  const { system } = deps.adapter.manifest;
  const { quarantineId: id, attempt, receivedAt } = resubmission;
  const read = eventIn(text, system);
  if (!read.ok) {
    const { problems } = read;
    const refused = {
      system,
      reason: 'invalid' as const,
      problems,
      payload: text,
      contentType: eventContentType,
    };
    await deps.keep({ ...refused, receivedAt, resubmitted: { id, attempt } });
    return;
  }
  await publishKept(deps.publish, resubmission, [read.event]);
  logLine(logLines.quarantinedEventReceived, { quarantineId: id, type: read.event.type });
}

/** An event that this system says, and no other. */
function eventIn(
  text: string,
  system: SystemName,
): { ok: true; event: SystemEvent } | { ok: false; problems: Problem[] } {
  const json = readJson(text);
  const value = json.ok ? json.value : undefined;
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, value) };
  if (isSystemEvent(parsed.data) && systemOf(parsed.data) === system) return { ok: true, event: parsed.data };
  return { ok: false, problems: [{ path: '/source', message: 'This system does not say such events' }] };
}
