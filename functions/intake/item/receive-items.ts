import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { Adapter, EventDraft, Problem } from '../../adapters/contract.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Publish, Unpublished } from '../../shell/publisher.ts';
import type { ReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import { answersIn } from './answers.ts';
import { complete } from './complete.ts';
import { type Taken, withEchoes } from './echoes.ts';
import { findHomes } from './homes.ts';
import type { NumberedItem } from './numbered-item.ts';
import { findPersons } from './persons.ts';
import type { Unplaced } from './placement.ts';
import { reportUnknown } from './report-unknown.ts';
import { type Known, resolvePersons } from './resolve-persons.ts';
import type { Resubmission } from './resubmission.ts';
import { type TranslatedItem, translate } from './translate.ts';

export interface ReceiveDeps {
  adapter: Pick<
    Adapter,
    'manifest' | 'itemsOf' | 'itemSchema' | 'ignored' | 'columnOf' | 'inbound' | 'wordFor'
  >;
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

/**
 * What became of a document's items: one may be taken and leave a question. With anything unpublished nothing is final: the
 * whole is to be sent again.
 */
export interface Received {
  accepted: { row: number; events: readonly SystemEvent[] }[];
  refused: RefusedItem[];
  unpublished: Unpublished[];
}

/**
 * The one way of an item into the hub, however it came: check, translate, find the homes, complete, tell echoes from news,
 * publish. Ids are derived, so that doing it again does no harm (idempotent). What comes in once more from quarantine was
 * heard when it first came.
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
  reportUnknown(translated, adapter);
  const drafts = translated.flatMap(item => ('drafts' in item ? item.drafts : []));
  const answers = answersIn(resubmission?.answers ?? []);
  const homes = await findHomes(drafts, system, directory, answers);
  const persons = await findPersons(drafts, directory);
  const known = { persons, homes, answers, isSentInAgain: resubmission !== undefined };
  const taken: Taken[] = [];
  const refused: RefusedItem[] = [];
  const origin = { system, heardAt, causedBy, now: present };
  for (const one of translated) takeItem({ taken, refused }, one, known, origin);
  const accepted = await withEchoes(taken, { adapter, told, homes });
  const unpublished = await publish(accepted.flatMap(({ events }) => events));
  return { accepted, refused, unpublished };
}

type ItemOrigin = Omit<Parameters<typeof complete>[2], 'item'>;

/** An item is taken, refused, or taken and leaves a question about whom it means. */
function takeItem(
  { taken, refused }: { taken: Taken[]; refused: RefusedItem[] },
  translated: TranslatedItem,
  known: Known,
  origin: ItemOrigin,
): void {
  const { row, item, ...translation } = translated;
  if (!('drafts' in translation)) {
    refused.push({ row, item, refused: 'rejected', problems: translation.problems });
    return;
  }
  const { drafts, question } = resolvePersons(translation.drafts, known);
  const completion = complete(drafts, known.homes, { ...origin, item });
  if ('refused' in completion) {
    refused.push({ row, item, ...completion, eventType: typeIn(translation) });
    if (completion.refused === 'mistranslated') {
      const paths = completion.problems.map(({ path }) => path);
      logLine(logLines.adapterOutputInvalid, { row, paths });
    }
    return;
  }
  const { events } = completion;
  if (events.length > 0 || question === undefined) taken.push({ row, drafts, events });
  if (question !== undefined) refused.push({ row, item, refused: 'unmatched', ...question });
}

function typeIn({ drafts }: { drafts: readonly EventDraft[] }): string | undefined {
  return drafts[0]?.type;
}
