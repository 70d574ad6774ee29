import { systemNameSchema } from '../../../schemas/reference.ts';

/**
 * The columns of an extract that are read, each with what else land and property gazetteers call it. Beside them there
 * is one column for each system, such as `repairs_reference`.
 */
const spellings = {
  uprn: [],
  parent_uprn: ['block_uprn'],
  address: ['full_address', 'address_line', 'single_line_address'],
  saon: ['sao'],
  paon: ['pao'],
  street: ['street_descriptor', 'street_description', 'street_name'],
  locality: ['locality_name'],
  town: ['town_name', 'post_town'],
  postcode: ['post_code', 'postcode_locator'],
  usrn: [],
  logical_status: ['lpi_logical_status', 'blpu_logical_status'],
  floor: ['level', 'floor_level'],
  stack: ['position_in_stack'],
  successor_uprn: ['successor_uprns'],
} as const satisfies Record<string, readonly string[]>;

/** A column of the gazetteer's own. */
export type Column = keyof typeof spellings;
/** A row of the extract: a column by its own name, or `<system>_reference`, to the text of its cell. */
export type GazetteerRow = Readonly<Partial<Record<string, string>>>;

/** Columns that such extracts have and that the hub has no use for: they are passed over. Any other name is refused. */
const unread = [
  ...['organisation', 'blpu_class', 'classification_code', 'administrative_area', 'ward', 'ward_code'],
  ...['easting', 'northing', 'x_coordinate', 'y_coordinate', 'latitude', 'longitude', 'rpc', 'language'],
  ...['lpi_key', 'official_flag', 'start_date', 'end_date', 'entry_date', 'last_update_date'],
];

/** A heading as it stands in a file to the name of its column; null for one that is passed over. */
const known = new Map<string, string | null>([
  ...Object.entries(spellings).flatMap(([column, others]) =>
    [column, ...others].map((name): [string, string] => [name, column]),
  ),
  ...unread.map((name): [string, null] => [name, null]),
]);
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
  const problems = [
    ...missing.map(column => `the column ${column} is missing`),
    ...(hasAddress ? [] : ['the column address is missing, or street with saon and paon']),
    ...headings
      .filter((_, index) => columns[index] === undefined)
      .map(heading => `the column ${JSON.stringify(heading)} is not known`),
    ...read
      .filter((column, index) => read.indexOf(column) !== index)
      .map(column => `the column ${column} stands there twice`),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, columns: columns.map(column => column ?? null) };
}

function columnOf(heading: string): string | null | undefined {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
  const column = known.get(name);
  return column === undefined && systemOfColumn(name) !== undefined ? name : column;
}
