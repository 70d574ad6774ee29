import { describe, expect, it, test } from 'vitest';
import { defineRule, versionAt } from '../../../../functions/core/rules/rule.ts';
import { rules } from '../../../../functions/core/rules/rules.ts';
import type { Versions } from '../../../../functions/core/rules/versions.ts';
import { startOf } from '../../../../functions/core/time/instants.ts';
import { dateSchema } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';
import { recordWith } from '../../../support/records.ts';

const from = dateSchema.parse('2026-04-01');
const versions: Versions<{ visits: number }> = [
  { version: 1, thresholds: { visits: 3 } },
  { version: 2, from, thresholds: { visits: 2 } },
];
const [before, after] = [instant('2026-03-31T22:59:59Z'), instant('2026-03-31T23:00:00Z')];
const rule = defineRule('recurrent-leak', versions, {
  find: ({ totals }, at, { visits }) =>
    totals.visits < visits ? undefined : { since: at, latest: at, events: [] },
});
const twice = recordWith({ totals: { ...recordWith({}).totals, visits: 2 } });

describe('the versions of a rule', () => {
  it('are in force from their day in London on, the first from the beginning', () => {
    expect([versionAt(versions, before).version, versionAt(versions, after).version]).toEqual([1, 2]);
    expect([rule.find(twice, before), rule.find(twice, after)]).toEqual([
      undefined,
      { since: after, latest: after, events: [] },
    ]);
  });

  it('have each record looked at on the day on which another comes into force', () => {
    expect(rule.changesAt(twice)).toEqual([startOf(from)]);
  });

  test.each(rules)('of $code rise, each later than the one before', ({ versions: all }) => {
    const numbers = all.map(({ version }) => version);
    const days = all.map(({ from: day }) => day ?? '');
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(days).toEqual([...new Set(days)].toSorted());
    expect(days[0]).toBe('');
  });
});
