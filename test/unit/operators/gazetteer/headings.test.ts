import { expect, it } from 'vitest';
import { readHeadings } from '../../../../functions/operators/gazetteer/headings.ts';

it('reads the short form and the columns of BS 7666, in capitals and by their other names', () => {
  expect(readHeadings(['uprn', 'address', 'postcode', 'block_uprn', 'housing-benefit_reference'])).toEqual({
    ok: true,
    columns: ['uprn', 'address', 'postcode', 'parent_uprn', 'housing-benefit_reference'],
  });
  const headings = [
    'UPRN',
    'Parent UPRN',
    'SAO',
    'STREET_DESCRIPTOR',
    'Post Code',
    'LPI_LOGICAL_STATUS',
    'Level',
  ];
  expect(readHeadings(headings)).toEqual({
    ok: true,
    columns: ['uprn', 'parent_uprn', 'saon', 'street', 'postcode', 'logical_status', 'floor'],
  });
});

it('passes over what extracts have and the hub does not need, by name', () => {
  expect(readHeadings(['EASTING', 'uprn', 'address', 'postcode', 'blpu_class'])).toEqual({
    ok: true,
    columns: [null, 'uprn', 'address', 'postcode', null],
  });
});

it('takes several spellings of one column, but none twice', () => {
  expect(
    readHeadings(['UPRN', 'SaoStartNumber', 'STREET_DESCRIPTION', 'POSTCODE', 'POSTCODE_LOCATOR']),
  ).toEqual({
    ok: true,
    columns: ['uprn', 'sao_start_number', 'street', 'postcode', 'postcode'],
  });
});

it('says of a part of a transfer file that it is one', () => {
  const message = [expect.stringMatching(/^this is a transfer file.*export the addresses as one sheet/)];
  const ofBlpus = [
    'RECORD_IDENTIFIER',
    'CHANGE_TYPE',
    'PRO_ORDER',
    'UPRN',
    'LOGICAL_STATUS',
    'POSTCODE_LOCATOR',
  ];
  expect(readHeadings(ofBlpus)).toEqual({ ok: false, problems: message });
});

it('tells everything that is wrong at once', () => {
  expect(readHeadings(['uprn', 'address', 'postcode', 'Post Code', 'repairs_refrence', 'notes'])).toEqual({
    ok: false,
    problems: [
      'the column "repairs_refrence" is not known',
      'the column "notes" is not known',
      'the column postcode stands there twice',
    ],
  });
  expect(readHeadings(['saon', 'paon'])).toEqual({
    ok: false,
    problems: [
      'the column uprn is missing',
      'the column postcode is missing',
      'the column address is missing, or street with saon and paon',
    ],
  });
});
