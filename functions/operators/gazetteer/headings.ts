import { systemNameSchema } from '../../../schemas/reference.ts';

/**
 * The columns of an extract that are read, each with what else land and property gazetteers call it: of several that a
 * file has, the first in this order that is filled holds. Beside them there is one column for each system, such as
 * `repairs_reference`.
 */
const spellings = {
  uprn: [],
  parent_uprn: ['block_uprn'],
  address: ['full_address', 'address_line', 'single_line_address'],
  saon: ['sao'],
  sao_text: [],
  sao_start_number: [],
  sao_start_suffix: [],
  sao_end_number: [],
  sao_end_suffix: [],
  paon: ['pao'],
  pao_text: [],
  pao_start_number: [],
  pao_start_suffix: [],
  pao_end_number: [],
  pao_end_suffix: [],
  street: ['street_descriptor', 'street_description', 'street_name'],
  locality: ['locality_name'],
  town: ['town_name', 'post_town'],
  postcode: ['post_code', 'postcode_locator'],
  usrn: [],
  logical_status: ['lpi_logical_status', 'blpu_logical_status'],
  floor: ['level', 'floor_level'],
  stack: ['position_in_stack'],
  successor_uprn: ['successor_uprns'],
  change_type: [],
} as const satisfies Record<string, readonly string[]>;

/** A column of the gazetteer's own. */
export type Column = keyof typeof spellings;
/** A row of the extract: a column by its own name, or `<system>_reference`, to the text of its cell. */
export type GazetteerRow = Readonly<Partial<Record<string, string>>>;

/** Columns that such extracts have and that the hub has no use for: they are passed over. Any other name is refused. */
const unread = [
  ...[
    'organisation',
    'blpu_class',
    'class',
    'classification_code',
    'administrative_area',
    'ward',
    'ward_code',
  ],
  ...['easting', 'northing', 'x_coordinate', 'y_coordinate', 'latitude', 'longitude', 'rpc', 'language'],
  ...['lpi_key', 'official_flag', 'start_date', 'end_date', 'entry_date', 'last_update_date'],
  ...['record_identifier', 'pro_order', 'blpu_state', 'blpu_state_date', 'state', 'state_date', 'country'],
  ...['custodian_one', 'custodian_two', 'can_key', 'local_custodian_code', 'parish_code', 'area_name'],
  ...['usrn_match_indicator', 'postal_address', 'addressbase_postal', 'multi_occ_count', 'la_start_date'],
  ...['la_organisation', 'legal_name', 'alt_language', 'alt_language_sao_text', 'alt_language_pao_text'],
  ...['alt_language_street_description', 'os_address_toid', 'os_address_toid_version', 'os_roadlink_toid'],
  ...['os_roadlink_toid_version', 'os_topo_toid', 'os_topo_toid_version', 'voa_ct_record', 'voa_ndr_record'],
  ...['voa_ndr_p_desc_code', 'voa_ndr_scat_code', 'udprn', 'rm_organisation_name', 'department_name'],
  ...['sub_building_name', 'building_name', 'building_number', 'dependent_thoroughfare', 'thoroughfare'],
  ...['double_dependent_locality', 'dependent_locality', 'welsh_thoroughfare', 'welsh_post_town'],
  ...['welsh_dependent_thoroughfare', 'welsh_dependent_locality', 'welsh_double_dependent_locality'],
  ...['postcode_type', 'delivery_point_suffix', 'po_box_number', 'rm_start_date'],
];

/** A heading as it stands in a file to the name of its column; null for one that is passed over. */
const known = new Map<string, string | null>([
  ...Object.entries(spellings).flatMap(([column, others]) =>
    [column, ...others].map((name): [string, string] => [compared(name), column]),
  ),
  ...unread.map((name): [string, null] => [compared(name), null]),
]);

/** Of several headings of one column the one with the least holds first. */
export function precedenceOf(heading: string): number {
  return [...known.keys()].indexOf(compared(heading));
}

/** `SAO_START_NUMBER`, `Sao Start Number` and `SaoStartNumber` are one heading. */
function compared(heading: string): string {
  return heading.toLowerCase().replace(/[\s_]+/g, '');
}
const referenceSuffix = '_reference';

/** The system whose references a column holds. */
export function systemOfColumn(column: string): string | undefined {
  if (!column.endsWith(referenceSuffix)) return undefined;
  return systemNameSchema.safeParse(column.slice(0, -referenceSuffix.length)).data;
}

/** What the headings of an extract mean, null for a column to pass over; or everything that is wrong with them. */
export type Headings = { ok: true; columns: (string | null)[] } | { ok: false; problems: string[] };

/**
 * Reads the headings of an extract, in capitals or not. A column that nobody would read is refused and not passed over:
 * it may be a misspelt one.
 */
export function readHeadings(headings: readonly string[]): Headings {
  const columns = headings.map(columnOf);
  const read = columns.filter(column => typeof column === 'string');
  const missing = (['uprn', 'postcode'] as const).filter(column => !read.includes(column));
  const hasAddress = read.includes('address') || read.includes('street');
  if (isPartOfTransfer(headings)) return { ok: false, problems: [transferFile] };
  const names = headings.map(compared);
  const problems = [
    ...missing.map(column => `the column ${column} is missing`),
    ...(hasAddress ? [] : ['the column address is missing, or street with saon and paon']),
    ...headings
      .filter((_, index) => columns[index] === undefined)
      .map(heading => `the column ${JSON.stringify(heading)} is not known`),
    ...columns
      .filter((column, index) => typeof column === 'string' && names.indexOf(names[index] ?? '') !== index)
      .map(column => `the column ${column} stands there twice`),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, columns: columns.map(column => column ?? null) };
}

/** Why a transfer file is not read. */
export const transferFile =
  'this is a transfer file with records of several kinds (DTF 7.3, AddressBase Premium): export the addresses as one ' +
  'sheet with headings, as AddressBase Plus has them, and import that';

/** Whether a row is the header record, 10, with which a transfer file begins; it has no headings. */
export function isTransferHeader([kind, ...more]: readonly string[]): boolean {
  return kind?.trim() === '10' && more.length > 0;
}

/** Of a transfer file that was cut up by kinds of record no part has both homes and streets. */
function isPartOfTransfer(headings: readonly string[]): boolean {
  const names = headings.map(compared);
  return names.includes('recordidentifier') && !names.some(isOfStreet);
}

function isOfStreet(name: string): boolean {
  return known.get(name) === 'street' || known.get(name) === 'address';
}

function columnOf(heading: string): string | null | undefined {
  const column = known.get(compared(heading));
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
  return column === undefined && systemOfColumn(name) !== undefined ? name : column;
}
