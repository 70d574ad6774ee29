import type { Subject } from '../../../schemas/reference.ts';
import { type Period, periodOf } from '../../core/record/periods.ts';
import type { Pause } from '../../shell/backoff.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { HubError } from '../../shell/errors.ts';
import type { MovedItem } from '../../shell/moved-objects.ts';
import type { MovedObjects } from '../../shell/moved-writer.ts';
import { eventRows } from '../../shell/tables/records/keys.ts';
import type { Moving } from '../../shell/tables/records/moving.ts';
import { backOff } from '../commit/back-off.ts';

export interface MoveYearDeps {
  moving: Moving;
  objects: MovedObjects;
  pause: Pause;
}
/** What came of a year: how many events were moved, and how many rows stay because they cannot be read. */
interface MovedYear {
  events: number;
  unreadable: number;
}

const sideBySide = 10;

/**
 * Moves the events of a subject and a year: they are put into the object, then readers are told to look there, then the rows go.
 * Whatever ends in between is done again and changes nothing that was done.
 * @throws {HubError} when others write at every attempt, or the object has another event in the place of one.
 */
export async function moveYear(deps: MoveYearDeps, subject: Subject, year: Period): Promise<MovedYear> {
  const { moving } = deps;
  const { items, unreadable } = await moving.rows(subject, year);
  const moved = await moving.periods(subject);
  const happened = ({ sk }: MovedItem) => sk.slice(eventRows.length);
  const place = periodOf(items.map(happened), moved);
  for (const [period, some] of Map.groupBy(items, item => place(happened(item)))) {
    await merge(deps, subject, period, some, moved.includes(period));
    await moving.note(subject, period);
    for (const few of chunksOf(some, sideBySide))
      await Promise.all(few.map(item => moving.remove(subject, item)));
  }
  return { events: items.length, unreadable };
}

/** Puts what is not there yet beside what is, over nothing but what was read (optimistic lock). */
async function merge(
  { objects, pause }: MoveYearDeps,
  subject: Subject,
  period: Period,
  items: readonly MovedItem[],
  isThere: boolean,
): Promise<void> {
  let known = isThere ? await objects.read(subject, period) : undefined;
  for (let conflicts = 0; ; conflicts += 1) {
    const before = known?.items ?? [];
    const all = together(before, items);
    if (all.length === before.length) return;
    if (await objects.write(subject, period, all, known?.etag)) return;
    await backOff(pause, conflicts);
    known = await objects.read(subject, period);
  }
}

/** Both in the order of their places. @throws {HubError} where two say something else in one place. */
function together(before: readonly MovedItem[], items: readonly MovedItem[]): MovedItem[] {
  const all = new Map(before.map(item => [item.sk, item]));
  for (const item of items) {
    const known = all.get(item.sk);
    if (known !== undefined && known['fingerprint'] !== item['fingerprint'])
      throw new HubError('A moved event says something else than its row', { retryable: false });
    if (known === undefined) all.set(item.sk, item);
  }
  return [...all.values()].toSorted((one, other) => (one.sk < other.sk ? -1 : 1));
}
