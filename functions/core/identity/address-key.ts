const postcodePattern = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/;

/** Abbreviations that people write in addresses and what they stand for. */
const abbreviations: Readonly<Record<string, string>> = {
  HSE: 'HOUSE',
  HO: 'HOUSE',
  CT: 'COURT',
  CRT: 'COURT',
  RD: 'ROAD',
  ST: 'STREET',
  AVE: 'AVENUE',
  AV: 'AVENUE',
  LN: 'LANE',
  GDNS: 'GARDENS',
  EST: 'ESTATE',
  BLDG: 'BUILDING',
  BLDGS: 'BUILDINGS',
  TWR: 'TOWER',
  SQ: 'SQUARE',
  TER: 'TERRACE',
  CL: 'CLOSE',
  PL: 'PLACE',
};
const unitWords = new Set(['FLAT', 'FLT', 'APARTMENT', 'APT', 'UNIT', 'NO']);

/** What an address says in a form that can be compared. */
export interface AddressKey {
  /** Number and building, spelt out: `4 LARCH HOUSE`. */
  key: string;
  postcode: string | undefined;
}

/** A postcode in its usual spelling, `SE15 4PT`, or undefined when the text is not a whole postcode. */
export function normalisePostcode(text: string): string | undefined {
  const match = postcodePattern.exec(text.toUpperCase());
  return match === null ? undefined : `${match[1]} ${match[2]}`;
}

/**
 * The comparable form of a one-line British address: `Flat 4, Larch Hse, Linden Rd SE15` and `4 Larch House` both give
 * `4 LARCH HOUSE`. It reads the number of the home and the name of the building (or the street, for a house).
 * @returns undefined when the text names no number and building.
 */
export function addressKeyOf(address: string): AddressKey | undefined {
  const upper = address.toUpperCase();
  const postcode = normalisePostcode(upper);
  const parts = upper
    .replace(postcodePattern, ' ')
    .split(',')
    .map(wordsOf)
    .filter(words => words.length > 0);
  const [first = [], second = []] = parts;
  const words = isUnitOnly(first) ? [...first, ...second] : first;
  const [unit, ...building] = words;
  if (unit === undefined || !/\d/.test(unit) || building.length === 0) return undefined;
  return { key: `${unit} ${building.join(' ')}`, postcode };
}

function wordsOf(part: string): string[] {
  return part
    .replace(/[.'’]/g, '')
    .split(/[^A-Z0-9/-]+/)
    .filter(word => word !== '' && !unitWords.has(word))
    .map(word => abbreviations[word] ?? word);
}

function isUnitOnly(words: readonly string[]): boolean {
  return words.length === 1 && /\d/.test(words[0] ?? '');
}
