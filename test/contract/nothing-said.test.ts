import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../functions/adapters/contract.ts';
import { adapters } from '../../functions/adapters/registry.ts';
import { translate } from '../../functions/intake/item/translate.ts';
import { itemsIn, samplesOf } from '../support/adapter-samples.ts';
import { type Path, pathsOf, replaced, valueAt } from '../support/mutations.ts';

const nothings = ['', 'N/A', null, '  ', 'None', '-', 'TBC', 'NULL', '00000000-0000-0000-0000-000000000000'];

/** Members of which `None` is a value. */
const withNone: Readonly<Record<string, readonly string[]>> = {
  repairs: ['result'],
  leaks: ['Near electrics?', 'Card left?'],
};

/** What becomes of an item: what it says, or what is wrong and where. */
function outcome(item: unknown, adapter: Adapter) {
  const result = translate({ row: 1, item }, adapter);
  return 'drafts' in result
    ? { drafts: result.drafts }
    : { wrong: result.problems?.map(({ path }) => path).toSorted() };
}

/** The members that may say nothing. Entries of lists are there or not; Dataverse has a column’s `key` and a look-up’s `Id` always. */
function textsIn(item: unknown): Path[] {
  return pathsOf(item).filter(path => {
    const name = path.at(-1);
    return (
      typeof name === 'string' && !['key', 'Id'].includes(name) && typeof valueAt(item, path) === 'string'
    );
  });
}

describe.each(adapters.map(adapter => [adapter.manifest.system, adapter] as const))(
  '%s',
  (system, adapter) => {
    const items = samplesOf(system).flatMap(sample => itemsIn(sample, adapter).map(({ item }) => item));

    it('is told no more by a field that says nothing than by one that is missing', () => {
      const differing = items.flatMap((item, number) =>
        textsIn(item).flatMap((path, place) => {
          const word = nothings[(number + place) % nothings.length];
          if (word === 'None' && withNone[system]?.includes(String(path.at(-1)))) return [];
          const [without, saying] = [undefined, word].map(value =>
            outcome(replaced(item, path, value), adapter),
          );
          return JSON.stringify(without) === JSON.stringify(saying)
            ? []
            : [{ path: path.join('/'), word, without, saying }];
        }),
      );
      expect(differing).toEqual([]);
    });
  },
);
