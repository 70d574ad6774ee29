import type { Json } from '../json.ts';
import { isJsonObject } from '../json.ts';

/** How a batch went: which items, by position, are to be tried again. */
export type FailedItems = ReadonlySet<number>;

/**
 * Reads the answer of a function that reports failures item by item.
 *
 * No answer, or none of `batchItemFailures`, means success. A missing, empty or unknown
 * identifier means that the whole batch failed, as Lambda documents for SQS and streams.
 *
 * @param answer what the function returned
 * @param identifiers of the batch's items, in order
 */
export function failedItems(answer: Json | undefined, identifiers: readonly string[]): FailedItems {
  const reported = isJsonObject(answer) ? answer['batchItemFailures'] : undefined;
  if (reported === undefined || reported === null) return new Set();
  const positions = (Array.isArray(reported) ? reported : [null]).map(failure =>
    isJsonObject(failure) ? identifiers.indexOf(String(failure['itemIdentifier'])) : -1,
  );
  return positions.includes(-1) ? everyItem(identifiers) : new Set(positions);
}

/** All items of a batch. */
export function everyItem(identifiers: readonly string[]): FailedItems {
  return new Set(identifiers.keys());
}
