import { describe, expect, it } from 'vitest';
import { mergeOccurrence } from '../../../../functions/core/record/occurrence-rows.ts';
import { type OccurrenceStep, withStep } from '../../../../functions/core/record/occurrence-steps.ts';
import type { OccurrencesRow } from '../../../../functions/core/record/row.ts';
import type { SystemName } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const system = 'leaks' as SystemName;
const step = (at: string, more: Partial<OccurrenceStep> = {}): OccurrenceStep => ({
  ...{ at: instant(`${at}T09:00:00Z`), rank: 0, id: `${more.stage ?? 'suspected'} ${at}` },
  ...{ does: 'opens', stage: 'suspected', order: 0, system },
  ...more,
});
const keptOf = (steps: readonly OccurrenceStep[]) =>
  steps.reduce<OccurrenceStep[]>((kept, one) => withStep(kept, one), []);
const idsOf = (steps: readonly OccurrenceStep[]) => steps.map(({ id }) => id);

describe('of what is said again and again of one thing', () => {
  it('everything is kept while it is little, in order of time, each once', () => {
    const [first, second, third] = [step('2025-06-01'), step('2025-06-02'), step('2025-06-03')];
    expect(keptOf([third, first, second, step('2025-06-01')])).toEqual([first, second, third]);
  });

  it('the latest eight of each stage are kept', () => {
    const days = Array.from({ length: 12 }, (_, day) => step(`2025-06-${10 + day}`));
    const closings = days.map(({ at }) =>
      step(at.slice(0, 10), { does: 'ends', stage: 'closed', order: 6, rank: 100 }),
    );
    const kept = keptOf([...days, ...closings]);
    expect(idsOf(kept.filter(({ stage }) => stage === 'suspected'))).toEqual(
      // The first of the month beside the latest.
      idsOf([...days.slice(0, 1), ...days.slice(-8)]),
    );
    expect(kept.filter(({ stage }) => stage === 'closed')).toHaveLength(9);
    expect(idsOf(keptOf([...closings, ...days].toReversed()))).toEqual(idsOf(kept));
  });

  it('the first of each of the latest twelve months is kept', () => {
    const days = Array.from({ length: 40 }, (_, month) =>
      [10, 20].map(day =>
        step(`${2020 + Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}-${day}`),
      ),
    ).flat();
    const firsts = days.filter(({ at }) => at.includes('-10T'));
    const expected = [...new Set([...firsts.slice(-12), ...days.slice(-8)])].map(({ id }) => id).sort();
    expect(idsOf(keptOf(days)).sort()).toEqual(expected);
    expect(idsOf(keptOf(days.toReversed())).sort()).toEqual(expected);
  });

  it('one stage does not push out another, nor what is done at it by another word', () => {
    const opened = step('2025-06-12', { stage: 'investigated' });
    const suspected = step('2025-06-12', { does: 'ends', id: 'another stage' });
    const many = Array.from({ length: 20 }, (_, day) =>
      step(`2025-06-${10 + day}`, { stage: 'investigated', does: 'ends', id: `ends ${day}` }),
    );
    const kept = keptOf([opened, suspected, ...many]);
    expect(idsOf(kept)).toEqual(expect.arrayContaining([opened.id, suspected.id]));
    expect(kept).toHaveLength(2 + 1 + 8);
  });
});

describe('what is kept of one event', () => {
  const row: OccurrencesRow = { row: 'occurrences', kind: 'hazard', of: 'fire', steps: [] };
  const event = eventOf({
    type: 'housing.hazard.suspected.v1',
    ...{ at: '2025-06-01T09:00:00Z', home: flat4, data: { hazard: 'fire' } },
  });
  const stepOf = (more: object) =>
    mergeOccurrence(row, event, system, { ...effect, ...more } as typeof effect).steps[0];
  const effect = { kind: 'hazard', of: 'fire', does: 'opens', stage: ['suspected', 2] } as const;
  const known = { at: event.time, id: event.id, system, stage: 'suspected', order: 2 };

  it('is what it does, how far that is, and what else it says, and nothing that it does not', () => {
    expect(stepOf({})).toStrictEqual({ ...known, does: 'opens', rank: 2 });
    expect(stepOf({ names: 'H-1', facts: { result: 'none' } })).toStrictEqual({
      ...{ ...known, does: 'opens', rank: 2, names: 'H-1', facts: { result: 'none' } },
    });
  });

  it('ends after everything else of its instant', () => {
    expect(stepOf({ does: 'ends' })).toStrictEqual({ ...known, does: 'ends', rank: 100 });
  });
});
