import type { Random } from '../../../bench/support/random.ts';

const types: Readonly<Record<string, readonly string[]>> = {
  House: ['Hse', 'Ho', 'Ho.', 'HSE'],
  Court: ['Ct', 'Crt', 'Ct.'],
  Lodge: ['Ldg'],
  Tower: ['Twr'],
  Point: ['Pt'],
  Mansions: ['Mans', 'Mns'],
  Heights: ['Hts'],
  Buildings: ['Bldgs', 'Bldgs.'],
  Cottage: ['Cott', 'Ctg'],
  Estate: ['Est', 'Est.'],
  Road: ['Rd', 'Rd.', 'rd'],
  Street: ['St', 'St.', 'Str'],
  Lane: ['Ln', 'La'],
  Avenue: ['Ave', 'Av', 'Ave.'],
  Close: ['Cl', 'Clo'],
  Grove: ['Gr', 'Gro', 'Grv'],
  Crescent: ['Cres', 'Cresc'],
  Terrace: ['Terr', 'Ter', 'Tce'],
  Gardens: ['Gdns', 'Gdns.'],
  Way: ['Wy'],
  Place: ['Pl'],
  Upper: ['Upr'],
  St: ['Saint', 'St.'],
};

const floors: readonly [RegExp, readonly string[]][] = [
  [
    /^Ground Floor Flat$/,
    [
      'GFF',
      'gff',
      'Ground Floor',
      'Grd flr flat',
      'Ground flr',
      'GF Flat',
      'Flat ground floor',
      'ground floor flt',
    ],
  ],
  [
    /^First Floor Flat$/,
    ['FFF', '1st Floor Flat', '1st flr', 'First Floor', 'Flat First Floor', '1st floor flt'],
  ],
  [/^Second Floor Flat$/, ['SFF', '2nd Floor Flat', '2nd flr flat', 'Second Floor']],
  [/^Top Floor Flat$/, ['Top floor flat', 'Top Flat', 'TOP FLR FLAT', 'top floor']],
  [/^Basement Flat$/, ['Basement', 'Bsmt Flat', 'basement flt', 'Flat Basement']],
  [
    /^First Floor (Front|Rear) Flat$/,
    ['First Floor $1', '1st Floor $1', '1st flr $1 flat', 'Flat First Floor $1'],
  ],
  [/^Lower Ground Floor Flat$/, ['LGF', 'Lower Ground Floor', 'lower ground flr flat', 'LGFF']],
  [/^Upper Ground Floor Flat$/, ['UGF', 'Upper ground floor', 'UGFF']],
  [/^Garden Flat$/, ['garden flat', 'GARDEN FLT']],
  [
    /^Flat (\w+)$/,
    [
      'FLAT $1',
      'Flt $1',
      'Apt $1',
      'Flt. $1',
      'Apartment $1',
      'flat no $1',
      'Flat No. $1',
      'Fl $1',
      'Unit $1',
    ],
  ],
  [/^Room (\w+)$/, ['Rm $1', 'ROOM $1', 'room $1']],
  [/^Garage (\w+)$/, ['Gge $1', 'GARAGE $1']],
];

/** One of the ways in which people write a flat; its number alone where the name of a building or a number follows. */
export function spellUnit(unit: string, { bare }: { bare: boolean }, random: Random): string {
  const number = /^Flat (\d+[A-Z]?)$/.exec(unit)?.[1];
  if (bare && number !== undefined && random.below(3) === 0)
    return random.pick([number, `No ${number}`, `#${number}`]);
  const [pattern, ways] = floors.find(([one]) => one.test(unit)) ?? [/$^/, [unit]];
  return random.below(3) === 0 ? unit : unit.replace(pattern, random.pick(ways));
}

/** A name with some of its words abbreviated. */
export function abbreviate(name: string, random: Random): string {
  return name
    .split(' ')
    .map(word => (types[word] === undefined || random.below(2) === 0 ? word : random.pick(types[word])))
    .join(' ');
}

/** A name with one slip of the pen in its longest word: swapped, left out, doubled or wrong letters; never the first. */
export function misspell(name: string, random: Random): string {
  const longest = name.split(' ').reduce((best, word) => (word.length > best.length ? word : best), '');
  if (longest.length < 5) return name;
  const at = 1 + random.below(longest.length - 2);
  const [before, letter, next, after] = [
    longest.slice(0, at),
    longest.charAt(at),
    longest.charAt(at + 1),
    longest.slice(at + 2),
  ];
  const slips = [
    before + next + letter + after,
    before + next + after,
    before + letter + letter + next + after,
    `${before}${'aeiou'[random.below(5)]}${next}${after}`,
  ];
  return name.replace(longest, random.pick(slips));
}

/** A postcode as it is typed: without its space, in small letters, with O for 0. */
export function spellPostcode(postcode: string, random: Random): string {
  return random.pick([
    postcode,
    postcode,
    postcode.replace(' ', ''),
    postcode.toLowerCase(),
    postcode.replace(' ', '  '),
    postcode.replace(/0/, 'O'),
    postcode.replace(/1/, 'I'),
  ]);
}
