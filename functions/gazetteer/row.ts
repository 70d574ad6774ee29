import { type SystemName, systemNameSchema, type Uprn, uprnFrom } from '../../schemas/reference.ts';
import { normalisePostcode } from '../core/identity/address-key.ts';
import type { Place } from '../core/identity/place.ts';

/** A row of the extract: heading to cell. */
export type GazetteerRow = Readonly<Record<string, string>>;
export type ReadPlace = { ok: true; place: Place } | { ok: false; problems: string[] };

const required = ['uprn', 'address', 'postcode'] as const;
const columns = new Set<string>([...required, 'block_uprn', 'floor', 'stack']);
const referenceSuffix = '_reference';

/**
 * What is wrong with the headings of an extract: a column that is missing, or one that nobody would read.
 * Besides the gazetteer's own columns there is one for each system: `repairs_reference`, `tenancy_reference` and so on.
 */
export function headingProblems(headings: readonly string[]): string[] {
  const missing = required
    .filter(name => !headings.includes(name))
    .map(name => `the column ${name} is missing`);
  const unknown = headings
    .filter(name => !columns.has(name) && systemOf(name) === undefined)
    .map(name => `the column ${JSON.stringify(name)} is not known`);
  const twice = headings.filter((name, index) => headings.indexOf(name) !== index);
  return [...missing, ...unknown, ...twice.map(name => `the column ${name} stands there twice`)];
}

/** Reads a place from a row, or tells everything that is wrong with it. References are text: their zeros stay. */
export function readPlace(row: GazetteerRow): ReadPlace {
  const problems: string[] = [];
  const uprn = uprnIn(row, 'uprn', problems);
  const blockUprn = filled(row, 'block_uprn') === undefined ? undefined : uprnIn(row, 'block_uprn', problems);
  const address = filled(row, 'address');
  if (address === undefined) problems.push('address is empty');
  if (uprn !== undefined && uprn === blockUprn) problems.push('block_uprn is the home’s own UPRN');
  const written = filled(row, 'postcode');
  const postcode = written === undefined ? '' : normalisePostcode(written);
  if (postcode === undefined) problems.push('postcode is not a whole postcode');
  if (problems.length > 0 || uprn === undefined || address === undefined || postcode === undefined) {
    return { ok: false, problems };
  }
  const [floor, stack] = [filled(row, 'floor'), filled(row, 'stack')];
  const place = {
    uprn,
    status: 'approved' as const,
    address,
    postcode,
    ...(blockUprn !== undefined && { blockUprn }),
    ...(floor !== undefined && { floor }),
    ...(stack !== undefined && { stack }),
    references: referencesIn(row),
  };
  return { ok: true, place };
}

/** Several references of one system are parted by `|`. */
function referencesIn(row: GazetteerRow): Place['references'] {
  const entries = Object.entries(row).flatMap(([heading, cell]) => {
    const system = systemOf(heading);
    const references = cell.split('|').map(one => one.trim());
    const given = [...new Set(references)].filter(one => one !== '');
    return system === undefined || given.length === 0 ? [] : [[system, given] as const];
  });
  return Object.fromEntries(entries);
}

function systemOf(heading: string): SystemName | undefined {
  if (!heading.endsWith(referenceSuffix)) return undefined;
  return systemNameSchema.safeParse(heading.slice(0, -referenceSuffix.length)).data;
}

function uprnIn(row: GazetteerRow, heading: string, problems: string[]): Uprn | undefined {
  const uprn = uprnFrom(row[heading] ?? '');
  if (uprn === undefined) problems.push(`${heading} is not a UPRN of 1 to 12 digits`);
  return uprn;
}

function filled(row: GazetteerRow, heading: string): string | undefined {
  const cell = row[heading]?.trim();
  return cell === undefined || cell === '' ? undefined : cell;
}
