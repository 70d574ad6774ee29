import * as z from 'zod';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type Instant, instantSchema } from '../../../../schemas/reference.ts';
import { generationIn } from '../../../core/encryption/generation.ts';
import { fingerprintOf, happenedKey } from '../../../core/record/timeline.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { heardKey } from './keys.ts';

/** `HEARD`: what an id was first heard to say. */
const heardItemSchema = z.object({
  pk: z.string(),
  fingerprint: z.string(),
  happened: instantSchema,
  asked: z.string().optional(),
  generation: z.int().positive().optional(),
});

/** What an id was first heard to say, for every subject that it reaches. */
export interface Heard {
  fingerprint: string;
  /** When it happened: timelines keep it there, also where it is heard again with another time. */
  happened: Instant;
  /** Of what an officer asked for: what that was, whenever it was asked. */
  asked?: string | undefined;
  /** Of the keys of its texts, where one was destroyed before: said again after an erasure, it has another fingerprint. */
  generation?: number | undefined;
}

/** Where timelines keep the event of an id, as `happenedKey` has it. */
export function heardPlace(id: string, { happened }: Heard): string {
  return happenedKey({ id, time: happened });
}

/** The item by which an id stands for what it says here, for ever. */
export function heardItem(event: SystemEvent, asked?: string) {
  const generation = generationIn(event.data);
  return {
    ...heardKey(event.id),
    ...{ fingerprint: fingerprintOf(event), happened: event.time },
    ...(asked !== undefined && { asked }),
    ...(generation > 1 && { generation }),
  };
}

/** Reads an item of `heardKey`. @throws {DamagedItem} when it is none. */
export function readHeardItem(tableName: string, item: Readonly<Record<string, unknown>>): Heard {
  const { pk: _pk, ...heard } = readItem(tableName, heardItemSchema, item);
  return heard;
}

/** What each of these ids was first heard to say; an id that was never heard is not there. */
export type ReadHeard = (eventIds: readonly string[]) => Promise<Map<string, Heard>>;

/** Makes the reader of what ids were first heard to say. */
export function makeReadHeard(table: Table): ReadHeard {
  return async eventIds => {
    const ids = new Map(eventIds.map(id => [heardKey(id).pk, id]));
    const items = await batchGet(table, [...ids.values()].map(heardKey), { consistent: true });
    return new Map(
      items.map(item => [ids.get(String(item['pk'])) ?? '', readHeardItem(table.tableName, item)]),
    );
  };
}
