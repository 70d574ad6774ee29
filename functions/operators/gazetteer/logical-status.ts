import { keyText } from '../../../schemas/key-text.ts';

/** What a row of an extract is: a home as it stands, another address of one, or a home that is no more. */
export type LogicalStatus = 'approved' | 'alternative' | 'provisional' | 'historic';

/** BS 7666 logical status by code, and by the words that some extracts write instead. */
const statuses = new Map<string, LogicalStatus>([
  ['1', 'approved'],
  ['3', 'alternative'],
  ['6', 'provisional'],
  ['8', 'historic'],
  ['approved', 'approved'],
  ['approved preferred', 'approved'],
  ['alternative', 'alternative'],
  ['provisional', 'provisional'],
  ['historic', 'historic'],
  ['historical', 'historic'],
]);

/** What a logical status is called in a refusal. */
export const knownStatuses = '1 approved, 3 alternative, 6 provisional, 8 historic';

/**
 * Reads a logical status (BS 7666). Of the other codes of the standard none is a home's: 5 is a candidate, 7 and 9 are
 * rejected records.
 */
export function logicalStatusOf(text: string): LogicalStatus | undefined {
  return statuses.get(keyText(text).toLowerCase());
}
