import { describe, expect, it, test } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { rules } from '../../functions/core/rules/rules.ts';
import { translate } from '../../functions/intake/item/translate.ts';
import type { FlagDefinition } from '../../schemas/flags/definition.ts';
import { type FlagCode, flagDefinitions } from '../../schemas/flags.ts';
import { samplesOf, understood } from '../support/adapter-samples.ts';
import { codesIn, itemOf } from '../support/flag-words.ts';

const definitions: readonly (FlagDefinition & { code: FlagCode })[] = flagDefinitions;
const words = adapters.flatMap(adapter =>
  adapter.flagCodes.map(word => ({ adapter, word, system: adapter.manifest.system, local: word.local })),
);
const sampled = new Map(
  adapters.map(adapter => {
    const drafts = samplesOf(adapter.manifest.system).flatMap(
      sample => understood(sample, adapter).drafts ?? [],
    );
    return [adapter.manifest.system as string, drafts];
  }),
);

/** Who can say a code, or take it back, by what the adapters really make of the words of their tables, and by the rules. */
function whoever(says: 'said' | 'over', code: FlagCode): string[] {
  const bySystem = words
    .filter(({ word }) => word.code === code && word.said === undefined)
    .filter(({ adapter, word }) => {
      const item = translate({ row: 1, item: itemOf(adapter, word, says) }, adapter);
      return 'drafts' in item && codesIn(item.drafts, says).includes(code);
    });
  const byCase = words
    .filter(({ word }) => word.code === code && word.said === 'by-case')
    .filter(({ system }) => codesIn(sampled.get(system) ?? [], says).includes(code));
  const byRule = rules.filter(rule => rule.code === code).map(() => 'a rule');
  return [...bySystem.map(({ system }) => system), ...byCase.map(({ system }) => system), ...byRule];
}

describe('every word of the taxonomy', () => {
  const bySomebody = definitions.filter(({ decidedByOfficers }) => decidedByOfficers !== true);

  test.each(bySomebody)('$code has a system or a rule that says it, and one that ends it', ({ code }) => {
    const advice =
      'give it a word in an adapter, or a rule; or mark it as decidedByOfficers in schemas/flags/';
    expect(whoever('said', code), advice).not.toEqual([]);
    expect(whoever('over', code), advice).not.toEqual([]);
  });

  test.each(definitions.filter(({ decidedByOfficers }) => decidedByOfficers))(
    '$code is decided by officers, and has a team to raise it and one to clear it',
    ({ code, mayRaise, mayClear }) => {
      expect(mayRaise).not.toEqual([]);
      expect(mayClear).not.toEqual([]);
      expect(rules.filter(rule => rule.code === code)).toEqual([]);
    },
  );

  it('waits for a clock only where no rule says it yet', () => {
    const waiting = definitions.filter(({ waitsForClock }) => waitsForClock).map(({ code }) => code);
    expect(waiting.filter(code => rules.some(rule => rule.code === code))).toEqual([]);
    expect(waiting).toEqual(['promise-unkept', 'inspection-owed', 'not-heard-from']);
  });
});

describe('a system’s table of words', () => {
  test.each(adapters)('$manifest.system has one for every flag', ({ flagCodes }) => {
    const known = new Set(flagCodes.map(({ code }) => code));
    expect(definitions.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  test.each(words.filter(({ word }) => word.said === undefined))(
    '$system says “$local” and takes it back in its own format',
    ({ adapter, word }) => {
      for (const says of ['said', 'over'] as const) {
        const item = translate({ row: 1, item: itemOf(adapter, word, says) }, adapter);
        expect('drafts' in item ? codesIn(item.drafts, says) : item).toEqual([word.code]);
        expect('drafts' in item && codesIn(item.drafts, says === 'said' ? 'over' : 'said')).toEqual([]);
      }
    },
  );

  test.each(words.filter(({ word }) => word.said !== undefined))(
    '$system does not say “$local” as a word of its own',
    ({ adapter, word }) => {
      const item = translate({ row: 1, item: itemOf(adapter, word, 'said') }, adapter);
      expect('drafts' in item ? codesIn(item.drafts, 'said') : []).toEqual([]);
    },
  );
});
