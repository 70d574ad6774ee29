import type { Instant } from '../../../schemas/reference.ts';
import { chunksOf } from '../../shell/chunks.ts';
import type { AsRead, QuarantineResolver } from '../../shell/tables/quarantine/quarantine-resolver.ts';
import type { QuarantineWaiting } from '../../shell/tables/quarantine/quarantine-waiting.ts';

export interface ReleaseDeps {
  resolver: QuarantineResolver;
  waiting: QuarantineWaiting;
  now: () => Instant;
}

const atOnce = 25;

/** Lets everything of a system go on that waits for a key, because an item's resolution or an event has answered it. */
export async function releaseAll(
  deps: ReleaseDeps,
  system: string,
  key: string,
  because: string,
): Promise<void> {
  for (const some of chunksOf(await deps.waiting.for(system, key), atOnce))
    await Promise.all(some.map(item => release(deps, item, because)));
}

/** Lets an item go on, once for the same answer: one that did not help is not tried again. */
export async function release(
  { resolver, now }: Pick<ReleaseDeps, 'resolver' | 'now'>,
  item: AsRead,
  because: string,
): Promise<void> {
  const wasTried = item.resolutions.some(({ by }) => 'because' in by && by.because === because);
  if (item.id === because || wasTried) return;
  await resolver.resolve(item, { at: now(), by: { because } });
}
