import { readJson } from '../../shell/http/json.ts';
import { repeatedKeys } from '../../shell/http/repeated-keys.ts';
import { isNestedDeeperThan, maximumNesting, type NumberedItem } from '../item/numbered-item.ts';
import { repeatedProblem } from '../item/repeated.ts';
import { linesOf } from './file-text.ts';

/**
 * The items of JSON lines (`application/x-ndjson`), one a line and numbered by it; blank lines count and are passed over.
 * A line that is not JSON is a problem of that line.
 */
export async function* lineItems(text: AsyncIterable<string>): AsyncGenerator<NumberedItem> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line.trim() !== '') yield itemOn(line, row);
  }
}

function itemOn(line: string, row: number): NumberedItem {
  const wrong = (message: string) => ({ row, item: line, problems: [{ path: '', message }] });
  const json = readJson(line);
  if (!json.ok) return wrong('The line is not JSON');
  if (isNestedDeeperThan(json.value, maximumNesting))
    return wrong(`The JSON is nested deeper than ${maximumNesting} levels`);
  const repeated = repeatedKeys(line);
  if (repeated.length > 0) return { row, item: line, problems: repeated.map(repeatedProblem) };
  return { row, item: json.value };
}
