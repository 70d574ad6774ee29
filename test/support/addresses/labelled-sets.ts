import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { AddressedPlace } from '../../../functions/core/identity/home.ts';
import { uprnSchema } from '../../../schemas/reference.ts';
import type { Labelled } from './generator/messy.ts';

const folder = new URL('data/', import.meta.url);

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(file, folder), 'utf8'), { columns: true });
}

/** The gazetteer of a labelled set. */
export function gazetteerOf(set: string): AddressedPlace[] {
  return rowsOf(`${set}-gazetteer.csv`).map(({ uprn, address = '', postcode = '' }) => ({
    uprn: uprnSchema.parse(uprn),
    address,
    postcode,
  }));
}

/** The addresses of a labelled set: each means one home, several, or none. */
export function addressesOf(set: string): Labelled[] {
  return rowsOf(`${set}.csv`).map(({ address = '', means = '', why = '' }) => ({
    address,
    uprns: /^\d+$/.test(means) ? [means] : [],
    how: `${means} ${why}`,
  }));
}
