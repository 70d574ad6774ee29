import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Uprn } from '../../../schemas/reference.ts';
import type { Adapter, EventDraft } from '../../adapters/contract.ts';
import { type Asserted, echoCandidates, isEcho } from '../../core/delivery/echo.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { ReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import type { Homes } from './homes.ts';

/** What an item became: its events, one of each draft. */
export interface Taken {
  row: number;
  drafts: readonly EventDraft[];
  events: readonly SystemEvent[];
}

interface Surroundings {
  adapter: Pick<Adapter, 'wordFor' | 'otherWord'>;
  told: ReadTold;
  homes: Homes;
}

/**
 * The same items, with a mark on each event that says no more than what its system was told, in the word in which it was
 * told. The mark is on the event, so that whoever folds it, in whatever order and however often, need not ask what was told
 * when.
 */
export async function withEchoes(
  taken: readonly Taken[],
  { adapter: { wordFor = code => code, otherWord }, told, homes }: Surroundings,
): Promise<Taken[]> {
  const candidates = new Map<SystemEvent, string[]>();
  for (const { drafts, events } of taken) {
    for (const [index, event] of events.entries()) {
      const draft = drafts[index];
      if (draft?.mayEcho !== true || !isAsserted(event)) continue;
      candidates.set(event, echoCandidates(event, { wordFor, otherWord }, blockOf(draft, homes)));
    }
  }
  const receipts = await told([...candidates.values()].flat());
  let echoes = 0;
  const marked = (event: SystemEvent): SystemEvent => {
    if (!isAsserted(event)) return event;
    const echoof = candidates.get(event)?.find(id => isEcho(event, receipts.get(id) ?? {}));
    if (echoof === undefined) return event;
    echoes += 1;
    return { ...event, echoof };
  };
  const heard = taken.map(item => ({ ...item, events: item.events.map(marked) }));
  if (echoes > 0) logLine(logLines.echoesHeard, { echoes });
  return heard;
}

function isAsserted(event: SystemEvent): event is Asserted {
  return event.type === 'housing.flag.asserted.v1';
}

function blockOf({ home }: EventDraft, homes: Homes): Uprn | undefined {
  const found = home && homes(home);
  return found?.found === 'one' ? found.block : undefined;
}
