import type { Instant } from '../../../schemas/reference.ts';
import type { Adapter, EventDraft } from '../../adapters/contract.ts';
import type { Encrypt } from '../../shell/encryption.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Publish } from '../../shell/publisher.ts';
import type { ReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import { withinBounds } from '../../shell/tables/quarantine/refused.ts';
import { answersIn } from './answers.ts';
import { receiveApart } from './apart.ts';
import { complete } from './complete.ts';
import { type Taken, withEchoes } from './echoes.ts';
import { findHomes } from './homes.ts';
import type { NumberedItem } from './numbered-item.ts';
import { findPersons } from './persons.ts';
import type { Received, RefusedItem } from './received.ts';
import { reportUnknown } from './report-unknown.ts';
import { type Known, resolvePersons } from './resolve-persons.ts';
import type { Resubmission } from './resubmission.ts';
import { type TranslatedItem, translate } from './translate.ts';

export interface ReceiveDeps {
  adapter: Pick<
    Adapter,
    'manifest' | 'itemsOf' | 'itemSchema' | 'ignored' | 'columnOf' | 'inbound' | 'wordFor' | 'otherWord'
  >;
  directory: Directory;
  encrypt: Encrypt;
  publish: Publish;
  told: ReadTold;
  now: () => Instant;
}

/**
 * The one way of an item into the hub, however it came: check, translate, find the homes, complete, tell echoes from news,
 * encrypt what is said of people, publish. One that can never be taken is refused alone. Ids are derived, so that doing it again does no harm (idempotent). What comes in once more from quarantine was
 * heard when it first came.
 */
export function receiveItems(
  items: readonly NumberedItem[],
  deps: ReceiveDeps,
  resubmission?: Resubmission,
): Promise<Received> {
  return receiveApart(items, some => receiveTogether(some, deps, resubmission));
}

async function receiveTogether(
  items: readonly NumberedItem[],
  deps: ReceiveDeps,
  resubmission: Resubmission | undefined,
): Promise<Received> {
  const { adapter, directory, encrypt, publish, told, now } = deps;
  const { system } = adapter.manifest;
  const present = now();
  const heardAt = resubmission?.receivedAt ?? present;
  const causedBy = resubmission?.quarantineId;
  const translated = items.map(item => translate(item, adapter, { at: heardAt, basis: 'heard' }));
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
  const unpublished = await publish(await encrypt(accepted.flatMap(({ events }) => events)));
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
    const { problems, isForSender = true } = translation;
    refused.push(withinBounds({ row, item, refused: isForSender ? 'rejected' : 'cut', problems }));
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
