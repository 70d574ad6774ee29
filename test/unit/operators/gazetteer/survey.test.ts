import { expect, it } from 'vitest';
import { readRow } from '../../../../functions/operators/gazetteer/row.ts';
import {
  alternativesIn,
  emptySurvey,
  isNamedIn,
  rejectedIn,
  surveyRow,
} from '../../../../functions/operators/gazetteer/survey.ts';
import type { Uprn } from '../../../../schemas/reference.ts';

/** Rows as `UPRN, logical status, address`, the first on line 2. */
function survey(...rows: (readonly [uprn: string, logical_status: string, address: string])[]) {
  const surveyed = emptySurvey();
  for (const [index, [uprn, logical_status, address]] of rows.entries())
    surveyRow(surveyed, index + 2, readRow({ uprn, logical_status, address, postcode: '' }));
  return surveyed;
}

it('lets the approved row describe a home, wherever it stands, and the others give it more addresses', () => {
  const surveyed = survey(
    ['1', '3', 'The Old Bakery'],
    ['1', '8', '3 Mill Lane'],
    ['1', '1', '14 Linden Road'],
    ['1', '8', '2 Mill Lane'],
    ['1', '3', 'The Old Bakery'],
  );
  expect(surveyed.lines).toEqual(new Map([['1', 4]]));
  expect(alternativesIn(surveyed)).toEqual(
    new Map([['1', ['The Old Bakery', '3 Mill Lane', '2 Mill Lane']]]),
  );
  expect(rejectedIn(surveyed)).toEqual([]);
});

it('lets a historic row describe a home that has no other', () => {
  const surveyed = survey(['1', '8', '14 Linden Road'], ['1', '8', '12 Linden Road']);
  expect(surveyed.lines).toEqual(new Map([['1', 2]]));
  expect(alternativesIn(surveyed)).toEqual(new Map([['1', ['12 Linden Road']]]));
});

it('rejects a second row that would describe the home, and an address of a home that has no row', () => {
  const surveyed = survey(
    ['2', '3', 'a'],
    ['1', '1', 'b'],
    ['1', '6', 'c'],
    ['3', '5', 'd'],
    ['x', '1', 'e'],
  );
  expect(rejectedIn(surveyed)).toEqual([
    { row: 2, problems: ['UPRN 2 has no row of its own in the extract'] },
    { row: 4, problems: ['UPRN 1 stands there twice; the first row holds'] },
    { row: 5, problems: ['logical_status is none of 1 approved, 3 alternative, 6 provisional, 8 historic'] },
    { row: 6, problems: ['uprn is not a UPRN of 1 to 12 digits'] },
  ]);
  expect(surveyed.rows).toBe(5);
});

it('holds no home for missing that stands on a row which cannot be used', () => {
  const surveyed = survey(['1', '1', 'a'], ['2', '3', 'b'], ['3', '5', 'c']);
  const isNamed = isNamedIn(surveyed);
  expect(['1', '2', '3', '4'].map(uprn => isNamed(uprn as Uprn))).toEqual([true, true, true, false]);
});
