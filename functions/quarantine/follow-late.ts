import { logger } from '../shell/logger.ts';
import type { QuarantineReader } from '../shell/table/quarantine-reader.ts';
import { onResolved, type ResolvedDeps } from './on-resolved.ts';

export interface LateDeps extends ResolvedDeps {
  items: QuarantineReader;
  systems: readonly string[];
}

/** Long after the stream has brought a resolution, unless it was given up. */
const lateMilliseconds = 30 * 60 * 1000;
const atOnce = 100;

/** Follows what was resolved and is still not sent on: what the stream gave up is not lost by it. */
export async function followLate(deps: LateDeps): Promise<void> {
  const before = Date.parse(deps.now()) - lateMilliseconds;
  for (const system of deps.systems) {
    const { items } = await deps.items.list({ systems: [system], state: 'resolved', limit: atOnce });
    const late = items.filter(({ resolutions }) => Date.parse(resolutions.at(-1)?.at ?? '') < before);
    for (const { id } of late) {
      const item = await deps.items.find([system], id);
      if (item === undefined) continue;
      logger.warn('A resolution is followed late', { quarantineId: id });
      await onResolved(deps, item);
    }
  }
}
