import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import { type Hazard, openHazards } from '../../../../functions/core/record/hazards.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';
import { closes, finds, suspects, works } from '../../../support/hazard-events.ts';

const before = { subject: propertySubject(flat4), version: 0, record: undefined, flags: {}, rows: {} };
const hazardsAfter = (...events: SystemEvent[]): Hazard[] =>
  foldEvents(before, events, instant('2029-01-01T00:00:00Z')).record.hazards;
const referenceAfter = (...events: SystemEvent[]) => hazardsAfter(...events).at(-1)?.reference ?? '';

describe('one occurrence', () => {
  it('is what three systems suspect of one home, since the first of them said so', () => {
    expect(
      hazardsAfter(
        suspects('2025-06-03', 'repairs'),
        suspects('2025-06-01', 'complaints'),
        suspects('2025-06-02', 'leaks'),
      ),
    ).toMatchObject([
      {
        kind: 'damp-and-mould',
        system: 'complaints',
        openedAt: '2025-06-01T09:00:00.000Z',
        stage: 'suspected',
      },
    ]);
  });

  it('stays investigated when somebody mentions it on the next day', () => {
    const events = [suspects('2025-06-01'), finds('2025-06-02', 'significant'), suspects('2025-06-03')];
    expect(hazardsAfter(...events)).toMatchObject([{ stage: 'investigated', result: 'significant' }]);
  });

  it('goes forward by stages, and has the latest result', () => {
    const events = [
      suspects('2025-06-01'),
      finds('2025-06-02', 'significant'),
      works('made-safe', '2025-06-03'),
      works('works-started', '2025-06-04'),
      finds('2025-06-05', 'emergency'),
    ];
    expect(hazardsAfter(...events)).toMatchObject([{ stage: 'works-started', result: 'emergency' }]);
    expect(hazardsAfter(...events, works('works-completed', '2025-06-06'))).toMatchObject([
      { stage: 'works-completed' },
    ]);
  });

  it('is none of what was only made safe: somebody has to have reported it', () => {
    expect(hazardsAfter(works('made-safe', '2025-06-03'))).toEqual([]);
  });
});

describe('the ending', () => {
  it('is an investigation that finds none, for all systems', () => {
    const [hazard] = hazardsAfter(suspects('2025-06-01', 'leaks'), finds('2025-06-02', 'none'));
    expect(hazard).toMatchObject({ result: 'none', closedAt: '2025-06-02T09:00:00.000Z' });
    expect(openHazards({ hazards: hazard === undefined ? [] : [hazard] })).toEqual([]);
  });

  it('is that it was closed, but not for want of access', () => {
    expect(hazardsAfter(suspects('2025-06-01'), closes('2025-07-01'))).toMatchObject([
      { stage: 'closed', closedAt: '2025-07-01T09:00:00.000Z' },
    ]);
    const [refused] = hazardsAfter(suspects('2025-06-01'), closes('2025-07-01', { outcome: 'no-access' }));
    expect(refused).toMatchObject({ stage: 'suspected' });
    expect(refused).not.toHaveProperty('closedAt');
  });

  it('makes the next report another occurrence, of which nothing is known yet', () => {
    const events = [suspects('2027-04-01'), finds('2027-05-10', 'none'), suspects('2028-03-02')];
    expect(hazardsAfter(...events).map(({ stage, openedAt, result }) => [openedAt, stage, result])).toEqual([
      ['2027-04-01T09:00:00.000Z', 'investigated', 'none'],
      ['2028-03-02T09:00:00.000Z', 'suspected', undefined],
    ]);
  });

  it('heard late, parts one occurrence into two', () => {
    const events = [suspects('2027-04-01'), suspects('2028-03-02')];
    expect(hazardsAfter(...events)).toHaveLength(1);
    expect(hazardsAfter(...events, closes('2027-12-01'))).toHaveLength(2);
  });
});

describe('the reference', () => {
  it('says what it is and since when, and is another one next time', () => {
    const events = [suspects('2027-04-01'), closes('2027-05-10'), suspects('2028-03-02')];
    expect(hazardsAfter(...events).map(({ reference }) => reference.slice(0, -7))).toEqual([
      'damp-and-mould-2027-04-01',
      'damp-and-mould-2028-03-02',
    ]);
  });

  it('names its occurrence alone: what is said of last year’s says nothing of this year’s', () => {
    const lastYears = [suspects('2027-04-01'), closes('2027-05-10')];
    const hazardReference = referenceAfter(...lastYears);
    const [, open] = hazardsAfter(
      ...lastYears,
      suspects('2028-03-02'),
      closes('2028-04-01', { hazardReference }),
      works('made-safe', '2028-04-01', { hazardReference }),
    );
    expect(open).toMatchObject({ stage: 'suspected' });
    expect(open).not.toHaveProperty('closedAt');
  });

  it('still names it when an earlier report is heard afterwards', () => {
    const hazardReference = referenceAfter(suspects('2028-03-02'));
    const events = [
      suspects('2028-02-01'),
      suspects('2028-03-02'),
      closes('2028-04-01', { hazardReference }),
    ];
    expect(hazardsAfter(...events)).toMatchObject([{ closedAt: '2028-04-01T09:00:00.000Z' }]);
  });

  it.each(['repairs', 'complaints', 'tenancy', 'disrepair'])(
    'stays when %s names it in a report of the same instant',
    system => {
      const hazardReference = referenceAfter(suspects('2028-03-02'));
      const naming = eventOf({
        ...{ type: 'housing.hazard.suspected.v1', system, at: '2028-03-02T09:00:00Z', home: flat4 },
        data: { hazard: 'damp-and-mould', hazardReference: hazardReference as never },
      });
      expect(referenceAfter(suspects('2028-03-02'), naming)).toBe(hazardReference);
    },
  );

  it('ends what was opened later on the day that a date without a time stands for', () => {
    const hazardReference = referenceAfter(suspects('2028-03-02'));
    const closing = eventOf({
      type: 'housing.hazard.closed.v1',
      at: '2028-03-02T00:00:00Z',
      home: flat4,
      data: { hazard: 'damp-and-mould', hazardReference: hazardReference as never, outcome: 'no-hazard' },
    });
    expect(openHazards({ hazards: hazardsAfter(suspects('2028-03-02'), closing) })).toEqual([]);
  });

  it('that is a system’s own, or is not kept any more, is of the one that is open, unless it says an earlier day', () => {
    const openAfter = (name: string) =>
      openHazards({
        hazards: hazardsAfter(suspects('2028-03-02'), closes('2028-04-01', { hazardReference: name })),
      }).length;
    expect(openAfter('HZ-77')).toBe(0);
    expect(openAfter('damp-and-mould-2028-03-20-aaaaaa')).toBe(0);
    expect(openAfter('damp-and-mould-2028-03-01-aaaaaa')).toBe(1);
  });
});
