import { type Uprn, uprnFrom } from '../../../schemas/reference.ts';
import type { Place, PlaceStatus } from '../../core/identity/place.ts';
import { normalisePostcode } from '../../core/identity/postcode.ts';
import { addressLineOf, numberOf, type ObjectParts, secondaryOf } from './address-line.ts';
import { type Cells, listIn, readCells } from './cells.ts';
import { type GazetteerRow, systemOfColumn } from './headings.ts';
import { knownStatuses, type LogicalStatus, logicalStatusOf } from './logical-status.ts';

/** What a row says; of one that cannot be used, its UPRN is reported where it can be read. */
export type ReadRow =
  | { ok: true; kind: LogicalStatus; place: Place }
  | { ok: false; uprn: Uprn | undefined; problems: readonly string[] };

/** An alternative address is no home of its own: how that home stands is for its own row to say. */
const standing: Readonly<Record<LogicalStatus, PlaceStatus>> = {
  approved: 'approved',
  alternative: 'approved',
  provisional: 'provisional',
  historic: 'retired',
};

/**
 * Reads a row, or reports everything that is wrong with it. Without a logical status it is an approved one. A filled
 * `address` holds; otherwise the address is made of its BS 7666 parts. References are text: their zeros stay.
 */
export function readRow(row: GazetteerRow): ReadRow {
  const cells = readCells(row);
  const { problems, text, needed } = cells;
  const uprn = needed(uprnFrom(text('uprn') ?? ''), 'uprn is not a UPRN of 1 to 12 digits');
  const address = needed(addressIn(cells), 'address is empty');
  const postcode = needed(postcodeIn(cells), 'postcode is not a whole postcode');
  const kind = needed(
    isDeleted(cells) ? 'historic' : logicalStatusOf(text('logical_status') ?? 'approved'),
    `logical_status is none of ${knownStatuses}`,
  );
  const rest = { ...positionIn(cells, uprn), ...successorsIn(cells, uprn, kind) };
  if (uprn === undefined || address === undefined || postcode === undefined || kind === undefined)
    return { ok: false, uprn, problems };
  if (problems.length > 0) return { ok: false, uprn, problems };
  const references = referencesIn(row);
  return { ok: true, kind, place: { uprn, status: standing[kind], address, postcode, references, ...rest } };
}

function addressIn({ text }: Cells): string | undefined {
  const [secondary, primary] = [partsOf(text, 'sao'), partsOf(text, 'pao')];
  const written = addressLineOf({
    saon: text('saon') ?? secondaryOf(secondary),
    paon: text('paon') ?? primary.text,
    number: numberOf(primary),
    street: text('street'),
    locality: text('locality'),
    town: text('town'),
  });
  return text('address') ?? written;
}

function partsOf(text: Cells['text'], object: 'sao' | 'pao'): ObjectParts {
  return {
    text: text(`${object}_text`),
    start: text(`${object}_start_number`),
    startSuffix: text(`${object}_start_suffix`),
    end: text(`${object}_end_number`),
    endSuffix: text(`${object}_end_suffix`),
  };
}

/** An update of AddressBase names what it takes out with `D`: that home is no more. */
function isDeleted({ text }: Cells): boolean {
  return text('change_type')?.toUpperCase() === 'D';
}

/** A place may do without a postcode. */
function postcodeIn({ text }: Cells): string | undefined {
  const written = text('postcode');
  return written === undefined ? '' : normalisePostcode(written);
}

/** Where in its street and block a place is. */
function positionIn({ text, uprns, holds }: Cells, uprn: Uprn | undefined) {
  const [usrn, floor, stack] = [text('usrn'), text('floor'), text('stack')];
  const [blockUprn, ...others] = uprns('parent_uprn');
  holds(usrn === undefined || /^\d{1,8}$/.test(usrn), 'usrn is not a USRN of 1 to 8 digits');
  holds(others.length === 0, 'parent_uprn is more than one UPRN');
  holds(blockUprn === undefined || blockUprn !== uprn, 'parent_uprn is the home’s own UPRN');
  return {
    ...(usrn !== undefined && { usrn }),
    ...(blockUprn !== undefined && { blockUprn }),
    ...(floor !== undefined && { floor }),
    ...(stack !== undefined && { stack }),
  };
}

function successorsIn({ uprns, holds }: Cells, uprn: Uprn | undefined, kind: LogicalStatus | undefined) {
  const succeededBy = uprns('successor_uprn');
  if (succeededBy.length === 0) return {};
  holds(uprn === undefined || !succeededBy.includes(uprn), 'successor_uprn is the home’s own UPRN');
  holds(kind === 'historic', 'successor_uprn stands on a row that is not historic (logical_status 8)');
  return { succeededBy };
}

/** Several references of one system are parted by `|`. */
function referencesIn(row: GazetteerRow): Place['references'] {
  const entries = Object.entries(row).flatMap(([column, cell]) => {
    const system = systemOfColumn(column);
    const references = listIn(cell);
    return system === undefined || references.length === 0 ? [] : [[system, references] as const];
  });
  return Object.fromEntries(entries);
}
