import { localReferenceSchema } from '../../../schemas/reference.ts';
import type { HomeLocator } from '../contract.ts';
import { type CellReader, optionalCell, requiredCell } from '../kit/headers.ts';
import { type Reading, read, together } from '../kit/reading.ts';
import { columns, type LeakCells } from './vendor.ts';
import { saysUnknown } from './wording.ts';

const numberedFlat = /^(?:(?:FLAT|FLT|APARTMENT|APT)\.? ?)?(?:NO\.? ?)?(\d{1,4}[A-Z]?|[A-Z])$/;
const otherFlat = /^[A-Z0-9][A-Z0-9 .'-]{0,29}$/;
const several = / (AND|TO|OR) |\d ?- ?\d/;

function tidy(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}

const block: CellReader<string> = {
  read: text => {
    const name = tidy(text);
    return name === '' || name.length > 60 || name.includes('/') ? undefined : name;
  },
  expected: 'the name of one block, at most 60 characters, without “/”',
};

const flat: CellReader<string> = {
  read: text => {
    const name = tidy(text);
    const number = numberedFlat.exec(name)?.[1];
    if (number !== undefined) return `FLAT ${number}`;
    return otherFlat.test(name) && !several.test(name) ? name : undefined;
  },
  expected: 'one flat to a row, such as “4” or “Flat 4”',
};

const sourceFlat: CellReader<string | null> = {
  read: text => (saysUnknown(text) ? null : flat.read(text)),
  expected: 'one flat of the same block, such as “7” or “Flat 7”, or “unknown”',
};

/** The team knows a home by block and flat: `LARCH HO/FLAT 4`. */
function locator(blockName: string, flatName: string): HomeLocator {
  return { by: 'reference', reference: localReferenceSchema.parse(`${blockName}/${flatName}`) };
}

/** The home that a row is about and, where the team suspects one, the home that the water comes from. */
interface Place {
  home: HomeLocator;
  source?: HomeLocator;
}

/** Which homes a row means; the suspected source is a flat of the same block. */
export function placeOf(cells: LeakCells): Reading<Place> {
  const parts = together({
    block: requiredCell(columns, cells, 'block', block),
    flat: requiredCell(columns, cells, 'flat', flat),
    source: optionalCell(cells, 'source', sourceFlat),
  });
  if (!parts.ok) return parts;
  const { value } = parts;
  const home = locator(value.block, value.flat);
  return read(
    typeof value.source === 'string' ? { home, source: locator(value.block, value.source) } : { home },
  );
}
