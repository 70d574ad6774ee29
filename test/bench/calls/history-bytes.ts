import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeMove } from '../../../functions/records/move/move.ts';
import type { EventsTable } from '../../../functions/shell/tables/records/event-items.ts';
import { makeMoving } from '../../../functions/shell/tables/records/moving.ts';
import { makeWalkStore } from '../../../functions/shell/tables/records/walk-store.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { memoryMoved } from '../../support/memory-moved.ts';
import type { HistoryBytes } from '../cost/measured.ts';
import { itemSize, type WireItem } from '../support/item-size.ts';

/** An event of the news of the benchmarks is this old by then, whichever it is. */
const inTenYears = Date.UTC(2036, 0);

/**
 * Measures what of events can leave the table, and has it leave.
 * @param events how many were recorded
 * @param homes those of which a year is as full as a home's is
 */
export async function historyBytes(
  table: EventsTable,
  events: number,
  homes: readonly { uprn: string }[],
): Promise<HistoryBytes> {
  let [rows, rowBytes, idBytes] = [0, 0, 0];
  for await (const { Items = [] } of paginateScan({ client: table.client }, { TableName: table.tableName }))
    for (const item of Items) {
      const bytes = itemSize(marshall(item, { removeUndefinedValues: true }) as unknown as WireItem);
      if (item['sk'] === 'HEARD') idBytes += bytes;
      if (!String(item['sk']).startsWith('EVENT#')) continue;
      rows += 1;
      rowBytes += bytes;
    }
  const moved = memoryMoved();
  const parts = { ...table, moved };
  await makeMove({
    ...{ moving: makeMoving(parts), objects: moved, walk: makeWalkStore(parts), months: 1 },
    ...{ now: () => instantOf(inTenYears), elapsed: () => 0, pause: table.pause },
  })({ anew: true });
  const full = [...moved.objects].filter(([key]) =>
    homes.some(({ uprn }) => key.includes(`property/${uprn}/`)),
  );
  let [bytes, items] = [0, 0];
  for (const [key, content] of full) {
    const [, kind, id, period = ''] = key.split('/');
    bytes += content.byteLength;
    items += (await moved.read(`${kind}/${id}` as never, period)).items.length;
  }
  return {
    rows: rows / events,
    rowBytes: rowBytes / events,
    idBytes: idBytes / events,
    movedBytes: bytes / items,
  };
}
