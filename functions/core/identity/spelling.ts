/** Abbreviations that people write in addresses; what they stand for. Both spellings of one word become one. */
const abbreviations: Readonly<Record<string, string>> = {
  ALLY: 'ALLEY',
  APTS: 'APARTMENTS',
  AV: 'AVENUE',
  AVE: 'AVENUE',
  BDGS: 'BUILDINGS',
  BLDG: 'BUILDING',
  BLDGS: 'BUILDINGS',
  BLVD: 'BOULEVARD',
  BLK: 'BLOCK',
  CL: 'CLOSE',
  CLO: 'CLOSE',
  COTT: 'COTTAGE',
  COTTS: 'COTTAGES',
  CR: 'CRESCENT',
  CRES: 'CRESCENT',
  CRESC: 'CRESCENT',
  CRT: 'COURT',
  CT: 'COURT',
  CTG: 'COTTAGE',
  CTR: 'CENTRE',
  DR: 'DRIVE',
  DRV: 'DRIVE',
  E: 'EAST',
  EST: 'ESTATE',
  GDN: 'GARDEN',
  GDNS: 'GARDENS',
  GDS: 'GARDENS',
  GR: 'GROVE',
  GRN: 'GREEN',
  GRO: 'GROVE',
  GRV: 'GROVE',
  GT: 'GREAT',
  HGTS: 'HEIGHTS',
  HO: 'HOUSE',
  HSE: 'HOUSE',
  HTS: 'HEIGHTS',
  LA: 'LANE',
  LDG: 'LODGE',
  LN: 'LANE',
  LT: 'LITTLE',
  LWR: 'LOWER',
  MANS: 'MANSIONS',
  MNR: 'MANOR',
  MNS: 'MANSIONS',
  MT: 'MOUNT',
  MWS: 'MEWS',
  N: 'NORTH',
  NTH: 'NORTH',
  PDE: 'PARADE',
  PK: 'PARK',
  PL: 'PLACE',
  PLC: 'PLACE',
  PT: 'POINT',
  RD: 'ROAD',
  S: 'SOUTH',
  SAINT: 'ST',
  SQ: 'SQUARE',
  STH: 'SOUTH',
  STR: 'ST',
  STREET: 'ST',
  TCE: 'TERRACE',
  TER: 'TERRACE',
  TERR: 'TERRACE',
  TWR: 'TOWER',
  UPR: 'UPPER',
  VLS: 'VILLAS',
  VW: 'VIEW',
  W: 'WEST',
  WK: 'WALK',
  WLK: 'WALK',
  WY: 'WAY',
  YD: 'YARD',
};

const ordinals: Readonly<Record<string, string>> = {
  '1ST': 'FIRST',
  '2ND': 'SECOND',
  '3RD': 'THIRD',
  '4TH': 'FOURTH',
  '5TH': 'FIFTH',
  '6TH': 'SIXTH',
  '7TH': 'SEVENTH',
  '8TH': 'EIGHTH',
  '9TH': 'NINTH',
  '10TH': 'TENTH',
};

const unitWordsBefore = '(?:FLAT|FLT|APARTMENT|APT|UNIT|ROOM|RM|GARAGE|STUDIO|NO|NUMBER)';
const glued = new RegExp(String.raw`\b(${unitWordsBefore})(\d+[A-Z]?)\b`, 'g');
const dashAfterUnit = new RegExp(String.raw`\b(${unitWordsBefore}\s+[A-Z\d]{1,4})\s*-\s+(?=\d)`, 'g');

/** What people write with a slash or a point that is no sign between numbers: `R/O` is behind, `1F/L` first floor left. */
const inShort: readonly (readonly [RegExp, string])[] = [
  [/\bC\/O\b|\bCARE OF\b/g, ','],
  [/\bR\/O\b/g, 'REAR OF'],
  [/\bG\/F\b/g, 'GF'],
  [/\b([G\d]F)\/([LR])\b/g, '$1$2'],
  [/(\d[A-Z]?) TO (?=\d)/g, '$1-'],
];

/**
 * A text in capitals without accents and apostrophes; lines and brackets become commas; `12 - 14`, `12 to 14` and `12/14`
 * become `12-14`. What remains is letters, digits, spaces, commas, `-` between numbers and the point of `3.04` and
 * `G.02`: a flat so numbered is neither flat 3 nor at number 4.
 */
export function plainText(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’‘`]/g, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/[\r\n;|()[\]{}]/g, ',')
    .replace(dashAfterUnit, '$1, ');
  return inShort
    .reduce((text, [written, meant]) => text.replace(written, meant), plain)
    .replace(/(\d[A-Z]?)\s*[-/]\s*(?=\d)/g, '$1-')
    .replace(/(?<!\d[A-Z]?)[-/]|[-/](?!\d)/g, ' ')
    .replace(/(?<!\b[A-Z]|\b\d+)\.|\.(?!\d)/g, ' ')
    .replace(/[^A-Z\d,.-]+/g, ' ')
    .replace(glued, '$1 $2')
    .replace(/\b(\d+)([A-Z]{3,})\b/g, '$1 $2');
}

/** A word of an address in the one spelling in which it is compared. */
export function plainWord(word: string): string {
  return ordinals[word] ?? abbreviations[word] ?? word;
}
