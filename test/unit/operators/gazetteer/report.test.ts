import { expect, it } from 'vitest';
import type { Place } from '../../../../functions/core/identity/place.ts';
import {
  claim,
  isClean,
  noClaims,
  reportLines,
  sharedReferences,
} from '../../../../functions/operators/gazetteer/report.ts';
import { flat4, flat5, flat7 } from '../../../support/events.ts';

const home: Omit<Place, 'uprn'> = { status: 'approved', address: 'a', postcode: '', references: {} };
const clean = { added: 0, changed: 0, unchanged: 2, retired: 0, rows: 2, alternatives: 0 };

function sharedAmong(...places: Place[]) {
  const claims = noClaims();
  for (const place of places) claim(claims, place);
  return sharedReferences(claims);
}

it('reports a reference that two homes claim, within one system', () => {
  const shared = sharedAmong(
    { ...home, uprn: flat4, references: { repairs: ['00047104', 'A#1'], leaks: ['00047107'] } },
    { ...home, uprn: flat7, references: { repairs: ['00047107', 'A#1'] } },
  );
  expect(shared).toEqual([{ system: 'repairs', reference: 'A#1', uprns: [flat4, flat7] }]);
});

it('holds a retired home and the one that succeeded it for one home', () => {
  const references = { repairs: ['00047104'] };
  const retired = { ...home, uprn: flat4, status: 'retired' as const, references };
  expect(sharedAmong({ ...retired, succeededBy: [flat5] }, { ...home, uprn: flat5, references })).toEqual([]);
  expect(sharedAmong(retired, { ...home, uprn: flat5, references })).toEqual([]);
  expect(sharedAmong({ ...retired, succeededBy: [flat5] }, { ...home, uprn: flat7, references })).toEqual([
    { system: 'repairs', reference: '00047104', uprns: [flat4, flat7] },
  ]);
});

it('says what became of every row, and what somebody has to look at', () => {
  const report = {
    ...{
      ...clean,
      rejected: [{ row: 4, problems: ['address is empty', 'postcode is not a whole postcode'] }],
    },
    shared: [{ system: 'repairs', reference: '00047104', uprns: [flat4, flat7] }],
    unknownSuccessors: [{ uprn: flat4, successor: flat5 }],
  };
  expect(reportLines(report)).toEqual([
    '2 rows: 0 homes added, 0 changed, 0 retired, 2 unchanged; 0 rows gave other addresses, 1 were rejected',
    'line 4: address is empty; postcode is not a whole postcode',
    'repairs reference 00047104: claimed by 200000471104 and 200000471107',
    '200000471104: its successor 200000471105 is not known',
  ]);
  expect(isClean(report)).toBe(false);
  expect(isClean({ ...clean, rejected: [], shared: [], unknownSuccessors: [] })).toBe(true);
});
