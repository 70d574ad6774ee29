import { Readable } from 'node:stream';
import { importGazetteer } from '../../../functions/operators/gazetteer/import.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { makePlaces } from '../../../functions/shell/tables/directory/directory-writer.ts';

const flats = Array.from({ length: 12 }, (_, index) => index + 1);
const two = (number: number) => String(number).padStart(2, '0');

/** An extract of the gazetteer: the block and its twelve flats, with the references that the systems use. */
export const larchHouseExtract = [
  'uprn,address,postcode,block_uprn,floor,stack,repairs_reference,leaks_reference',
  '200000471100,"Larch House, Linden Road",SE15 4PT,,,,,LARCH HO/COMMUNAL',
  ...flats.map(flat =>
    [
      `2000004711${two(flat)}`,
      `"Flat ${flat}, Larch House, Linden Road"`,
      'se154pt',
      '200000471100',
      Math.floor((flat - 1) / 3),
      'ABC'[(flat - 1) % 3],
      `000471${two(flat)}`,
      `LARCH HO/FLAT ${flat}|LARCH HOUSE/FLAT ${flat}`,
    ].join(','),
  ),
].join('\r\n');

/** Imports an extract into a directory table; `full` where it is to hold every home. */
export function importInto(table: Table, extract: string, full?: { acceptMissing: number | undefined }) {
  return importGazetteer({
    open: () => Readable.from([Buffer.from(extract)]),
    places: makePlaces(table),
    full,
  });
}
