import { expect, it } from 'vitest';
import { reportLines } from '../../../functions/gazetteer/report.ts';
import { flat4, flat7 } from '../../support/events.ts';

it('says what was written, what was not and which references do not tell homes apart', () => {
  const report = {
    written: 2,
    rejected: [{ row: 4, problems: ['address is empty', 'uprn is not a UPRN of 1 to 12 digits'] }],
    shared: [{ system: 'repairs', reference: '00047104', uprns: [flat4, flat7] }],
  };
  expect(reportLines(report)).toEqual([
    '2 places written, 1 rows rejected, 1 references claimed more than once',
    'line 4: address is empty; uprn is not a UPRN of 1 to 12 digits',
    'repairs reference 00047104: claimed by 200000471104 and 200000471107',
  ]);
});
