/** Words that only streets end in. */
const streetWords = new Set(
  `ROAD ST LANE AVENUE DRIVE WAY CLOSE CRESCENT GROVE ROW WALK PASSAGE PATH ALLEY PARADE HILL RISE VALE CIRCUS
  BOULEVARD EMBANKMENT ESPLANADE PROMENADE HIGHWAY MEWS BROADWAY APPROACH BANK TURN`.split(/\s+/),
);

/** Words that buildings end in, and those that end both buildings and streets. */
const buildingWords = new Set(
  `HOUSE COURT LODGE TOWER TOWERS POINT HEIGHTS MANSIONS MANSION BUILDING BUILDINGS APARTMENTS FLATS COTTAGE COTTAGES
  VILLA VILLAS HALL MANOR FARM BARN MILL WORKS CENTRE BLOCK WING CHAMBERS DWELLINGS HOSTEL ESTATE TERRACE GARDENS
  GARDEN PLACE SQUARE GREEN PARK VIEW WHARF QUAY YARD GATE END`.split(/\s+/),
);

const directions = new Set(['NORTH', 'SOUTH', 'EAST', 'WEST', 'UPPER', 'LOWER']);

/** Words that say nothing: they are left out of every comparison. */
const emptyWords = new Set(['THE', 'AND', 'AT', 'UK', 'ENGLAND', 'GB']);

/** Words that change which place is meant, so that an address that has one more of them is another address. */
const tellingWords = new Set(
  `ABOVE BELOW OVER UNDER OPPOSITE OPP BEHIND NEXT ADJACENT ADJ BESIDE NEAR OUTSIDE BETWEEN CORNER LAND SITE REAR FRONT
  BACK LEFT RIGHT MIDDLE TOP UPSTAIRS DOWNSTAIRS FLOOR FLAT FLATS BASEMENT GROUND ATTIC GARAGE GARAGES SHOP OFFICE ROOM
  STUDIO STORE ANNEXE ANNEX BLOCK WING STAIR STAIRCASE ENTRANCE COMMUNAL COMMON HALLWAY LANDING ROOF CARETAKER
  TO`.split(/\s+/),
);

/** Whether a name made of these words is the name of a street and nothing else. */
export function isStreet(name: readonly string[]): boolean {
  const last = name.findLast(word => !directions.has(word));
  return name.length > 1 ? last !== undefined && streetWords.has(last) : last === 'BROADWAY';
}

/** Whether names end in this word: `ROAD`, `HOUSE`. */
export function isTypeWord(word: string): boolean {
  return streetWords.has(word) || buildingWords.has(word);
}

export function isDirection(word: string): boolean {
  return directions.has(word);
}

export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word);
}

export function isTellingWord(word: string): boolean {
  return tellingWords.has(word);
}

/**
 * Whether a name ends between two words of a line without commas: `LARCH HOUSE | LINDEN ROAD`, but not within
 * `COURT LANE`, `MILL HOUSE CLOSE` or `PARK ROAD NORTH`.
 * @param before the words of the name so far, at least one
 */
export function nameEnds(before: readonly string[], next: string): boolean {
  const [first = '', last = ''] = [before[0], before.at(-1)];
  if (!isTypeWord(last) || (before.length === 1 && isTypeWord(first))) return false;
  return next === 'ST' || (!isTypeWord(next) && !directions.has(next));
}

/** The part of a name that tells it from others: `LARCH` of `LARCH HOUSE`, `PARK` of `PARK ROAD NORTH`. */
export function distinctivePart(name: readonly string[]): string {
  const last = name.findLastIndex(word => !isTypeWord(word) && !directions.has(word));
  return name.slice(0, Math.max(1, last + 1)).join('');
}
