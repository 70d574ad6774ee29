import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { Adapter, EventDraft, Problem } from '../../adapters/contract.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Publish, Unpublished } from '../../shell/publisher.ts';
import type { Resubmission } from '../../shell/resubmission.ts';
import type { ReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import { complete } from './complete.ts';
import { type Taken, withEchoes } from './echoes.ts';
import { findHomes } from './homes.ts';
import type { NumberedItem } from './numbered-item.ts';
import type { Unplaced } from './placement.ts';
import { translate } from './translate.ts';

export interface ReceiveDeps {
  adapter: Pick<Adapter, 'manifest' | 'itemsOf' | 'itemSchema' | 'inbound' | 'wordFor'>;
  directory: Directory;
  publish: Publish;
  told: ReadTold;
  now: () => Instant;
}

/** An item that was not taken. `rejected` is for its sender to correct, the others are for the hub. */
export interface RefusedItem extends Partial<Unplaced> {
  row: number;
  item: unknown;
  refused: 'rejected' | 'not-yet' | 'unmatched' | 'ambiguous' | 'mistranslated';
  problems: readonly Problem[];
  /** What it is of, where it could be read. */
  eventType?: string | undefined;
}

/** What became of a document's items. With anything unpublished nothing is final: the whole is to be sent again. */
export interface Received {
  accepted: { row: number; events: readonly SystemEvent[] }[];
  refused: RefusedItem[];
  unpublished: Unpublished[];
}

/**
 * The one way of an item into the hub, however it came: check, translate, find the homes, complete, tell echoes from news,
 * publish. Ids are derived, so that doing it again does no harm (idempotent). What comes in once more from quarantine was heard when it first came.
 */
export async function receiveItems(
  items: readonly NumberedItem[],
  deps: ReceiveDeps,
  resubmission?: Resubmission,
): Promise<Received> {
  const { adapter, directory, publish, told, now } = deps;
  const { system } = adapter.manifest;
  const present = now();
  const heardAt = resubmission?.receivedAt ?? present;
  const causedBy = resubmission?.quarantineId;
  const translated = items.map(item => translate(item, adapter));
  const drafts = translated.flatMap(item => ('drafts' in item ? item.drafts : []));
  const homes = await findHomes(drafts, system, directory);
  const taken: Taken[] = [];
  const refused: RefusedItem[] = [];
  for (const { row, item, ...translation } of translated) {
    const completion =
      'drafts' in translation
        ? complete(translation.drafts, homes, { system, item, heardAt, causedBy, now: present })
        : { refused: 'rejected' as const, problems: translation.problems };
    if ('drafts' in translation && 'events' in completion) {
      taken.push({ row, drafts: translation.drafts, events: completion.events });
    }
    if (!('refused' in completion)) continue;
    refused.push({ row, item, ...completion, eventType: typeIn(translation) });
    if (completion.refused === 'mistranslated') {
      logLine(logLines.adapterOutputInvalid, {
        row,
        paths: completion.problems.map(({ path }) => path),
      });
    }
  }
  const accepted = await withEchoes(taken, { adapter, told, homes });
  const unpublished = await publish(accepted.flatMap(({ events }) => events));
  return { accepted, refused, unpublished };
}

function typeIn(translation: object): string | undefined {
  return 'drafts' in translation ? (translation.drafts as EventDraft[])[0]?.type : undefined;
}
