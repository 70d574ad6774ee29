import type { EventDraft } from '../../functions/adapters/contract.ts';
import { adapter } from '../../functions/adapters/leaks/adapter.ts';
import type { Row } from '../../functions/adapters/leaks/vendor.ts';

/** A row of the leaks sheet that is complete, with the cells given. */
export function rowOf(cells: Row): Row {
  return {
    Date: '02/06/2025',
    Block: 'Larch Ho',
    Flat: '4',
    'Leak ref': 'LFA-0612',
    'What happened': 'Leak reported',
    ...cells,
  };
}

/** The events of a row that has to be accepted. */
export function translated(row: Row): EventDraft[] {
  const result = adapter.inbound(adapter.itemSchema.parse(row));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.events;
}
