/** What a home inside a building is called; several words mean the same kind. */
const kinds: Readonly<Record<string, string>> = {
  FLAT: 'FLAT',
  FLT: 'FLAT',
  FL: 'FLAT',
  APARTMENT: 'FLAT',
  APT: 'FLAT',
  APPT: 'FLAT',
  UNIT: 'FLAT',
  MAISONETTE: 'FLAT',
  MAIS: 'FLAT',
  ROOM: 'ROOM',
  RM: 'ROOM',
  STUDIO: 'STUDIO',
  BEDSIT: 'BEDSIT',
  BEDSITTER: 'BEDSIT',
  PENTHOUSE: 'PENTHOUSE',
  GARAGE: 'GARAGE',
  GGE: 'GARAGE',
  SHOP: 'SHOP',
  OFFICE: 'OFFICE',
  STORE: 'STORE',
  SHED: 'STORE',
  PITCH: 'PITCH',
  PLOT: 'PLOT',
  ANNEXE: 'ANNEXE',
  ANNEX: 'ANNEXE',
};

const floors: Readonly<Record<string, string>> = {
  BASEMENT: 'BASEMENT',
  BSMT: 'BASEMENT',
  BST: 'BASEMENT',
  GROUND: 'GROUND',
  GRD: 'GROUND',
  GND: 'GROUND',
  FIRST: '1',
  '1ST': '1',
  SECOND: '2',
  '2ND': '2',
  THIRD: '3',
  '3RD': '3',
  FOURTH: '4',
  '4TH': '4',
  FIFTH: '5',
  '5TH': '5',
  SIXTH: '6',
  '6TH': '6',
  SEVENTH: '7',
  '7TH': '7',
  EIGHTH: '8',
  '8TH': '8',
  NINTH: '9',
  '9TH': '9',
  TENTH: '10',
  '10TH': '10',
  TOP: 'TOP',
  UPPER: 'UPPER',
  LOWER: 'LOWER',
  MIDDLE: 'MIDDLE',
  MEZZANINE: 'MEZZANINE',
  ATTIC: 'ATTIC',
  GARDEN: 'GARDEN',
};

/** Whole phrases in one word. `TFF` is absent: it stands for the third floor and for the top one. */
const shortForms: Readonly<Record<string, string>> = {
  GFF: 'GROUND FLOOR',
  GF: 'GROUND FLOOR',
  FFF: 'FIRST FLOOR',
  FF: 'FIRST FLOOR',
  SFF: 'SECOND FLOOR',
  SF: 'SECOND FLOOR',
  LGF: 'LOWER GROUND FLOOR',
  LGFF: 'LOWER GROUND FLOOR',
  LGND: 'LOWER GROUND',
  UGF: 'UPPER GROUND FLOOR',
  UGFF: 'UPPER GROUND FLOOR',
};

const sides: Readonly<Record<string, string>> = {
  FRONT: 'FRONT',
  FT: 'FRONT',
  REAR: 'REAR',
  BACK: 'REAR',
  RR: 'REAR',
  LEFT: 'LEFT',
  LHS: 'LEFT',
  RIGHT: 'RIGHT',
  RHS: 'RIGHT',
};

const numbersInWords =
  'ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN TWENTY'.split(
    ' ',
  );

const floorWords = new Set(['FLOOR', 'FLR', 'FL', 'LEVEL']);

export const unitWords = {
  kind: (word: string | undefined) => (word === undefined ? undefined : kinds[word]),
  floor: (word: string | undefined) => (word === undefined ? undefined : floors[word]),
  side: (word: string | undefined) => (word === undefined ? undefined : sides[word]),
  isFloor: (word: string | undefined) => word !== undefined && floorWords.has(word),
  /** Kinds that need no number, whatever follows. */
  standsAlone: (kind: string) => kind === 'PENTHOUSE' || kind === 'ANNEXE',
  shortForm: (word: string) => shortForms[word]?.split(' ') ?? floorAndSide(word),
  /** `4` for `FOUR`, after a word such as FLAT. */
  number(word: string): string | undefined {
    const value = numbersInWords.indexOf(word);
    return value < 0 ? undefined : String(value);
  },
} as const;

/** `1FR` is the first floor, right; so written on bells in Scotland. */
function floorAndSide(word: string): string[] | undefined {
  const [, floor, side] = /^([G1-9])F([LR])$/.exec(word) ?? [];
  if (floor === undefined) return undefined;
  return [...(floor === 'G' ? ['GROUND', 'FLOOR'] : ['FLOOR', floor]), side === 'L' ? 'LEFT' : 'RIGHT'];
}

/**
 * Whether a token is the number or letter of a home: `4`, `12A`, `12-14`, `A1`, `3.04`, `G.02`, `1F2`. A lone letter is one
 * only where a home's number is expected.
 */
export function isNumber(token: string): boolean {
  return /^(?:\d+[A-Z]?(?:-\d+[A-Z]?)*|[A-Z]\d{1,3}|(?:\d+|[A-Z])(?:\.\d+)+|[GB\d]F\d)$/.test(token);
}

/** How often people write `NO` or `NUMBER` before a number at most: `No. No 12`. */
const mostNumberWords = 2;

/** Where the number itself stands that is written `No 12` or `Number 12`; the same place where neither word does. */
export function afterNumberWords(tokens: readonly string[], from: number): number {
  let at = from;
  while (at - from < mostNumberWords && (tokens[at] === 'NO' || tokens[at] === 'NUMBER')) at += 1;
  return at;
}

/** A number without the zeros before it: `004A` is `4A`; the zero of `3.04` is a part of it. */
export function plainNumber(token: string): string {
  return token.replace(/(?<![\dA-Z.])0+(?=\d)/g, '');
}
