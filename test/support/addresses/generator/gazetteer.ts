import { makeRandom, type Random } from '../../../bench/support/random.ts';
import { type KnownHome, makePostcode, makeUprns } from './known-home.ts';
import type { Names } from './names.ts';

const streetTypes = [
  'Road',
  'Street',
  'Lane',
  'Avenue',
  'Close',
  'Grove',
  'Crescent',
  'Terrace',
  'Gardens',
  'Way',
  'Hill',
  'Place',
  'Mews',
] as const;
const buildingTypes = [
  'House',
  'Court',
  'Lodge',
  'Tower',
  'Point',
  'Mansions',
  'Heights',
  'Buildings',
] as const;
const conversions = [
  ['Ground Floor Flat', 'First Floor Flat'],
  ['Ground Floor Flat', 'First Floor Flat', 'Top Floor Flat'],
  ['Basement Flat', 'Ground Floor Flat', 'First Floor Flat', 'Second Floor Flat'],
  ['Ground Floor Flat', 'First Floor Front Flat', 'First Floor Rear Flat'],
  ['Lower Ground Floor Flat', 'Upper Ground Floor Flat', 'Garden Flat'],
  ['Flat A', 'Flat B'],
  ['Flat A', 'Flat B', 'Flat C', 'Flat D'],
  ['Flat 1', 'Flat 2', 'Flat 3'],
  ['Flat 1', 'Flat 2', 'Flat 3', 'Flat 4', 'Flat 5'],
  ['Room 1', 'Room 2', 'Room 3', 'Room 4'],
] as const;

/** Where a row of homes stands. */
type Site = Pick<KnownHome, 'street' | 'locality' | 'town' | 'postcode'>;
type Doors = Omit<KnownHome, keyof Site | 'uprn'>;

/** Builds an invented town of about so many homes. The same seed and names give the same town. */
export function makeGazetteer(names: Names, seed: number, size: number): KnownHome[] {
  const random = makeRandom(seed);
  const nextUprn = makeUprns(100_000_000_000 + seed * 1_000_000);
  const homes: KnownHome[] = [];
  for (let street = 0; homes.length < size; street += 1) {
    const site = siteOf(names, street, random);
    for (const doors of doorsOf(names, random))
      homes.push({
        uprn: nextUprn(),
        ...doors,
        ...site,
        postcode:
          doors.building === undefined
            ? site.postcode
            : `${site.postcode.slice(0, -1)}${'ABDEFGHJ'[random.below(2)]}`,
      });
  }
  return homes;
}

/** Each name is used with several types, and now and then in two localities. */
function siteOf(names: Names, index: number, random: Random): Site {
  const bare = random.below(12) === 0;
  const name = names.streets[index % names.streets.length] ?? '';
  const type = streetTypes[Math.floor(index / names.streets.length) % streetTypes.length];
  return {
    street: bare ? random.pick(names.bareStreets) : `${name} ${type}`,
    locality: random.pick(names.localities),
    town: names.town,
    postcode: makePostcode(names.area, random),
  };
}

function doorsOf(names: Names, random: Random): Doors[] {
  const kinds = [block, block, row, row, conversionsIn, namedHouses] as const;
  return [...random.pick(kinds)(names, random), ...random.pick(kinds)(names, random)];
}

function row(_names: Names, random: Random): Doors[] {
  const first = 1 + random.below(130);
  return Array.from({ length: 8 + random.below(12) }, (_, index) => String(first + 2 * index)).flatMap(
    number =>
      random.below(6) === 0 ? ['', 'A', 'B'].map(letter => ({ number: number + letter })) : [{ number }],
  );
}

function conversionsIn(_names: Names, random: Random): Doors[] {
  const first = 140 + random.below(60);
  return Array.from({ length: 5 }, (_, index) => String(first + 2 * index)).flatMap(number => {
    const flats = random.pick(conversions).map(unit => ({ unit, number }));
    return random.below(2) === 0 ? [{ number }, ...flats] : flats;
  });
}

function namedHouses(names: Names, random: Random): Doors[] {
  return [0, 1].map(() => ({
    building: `${random.pick(names.houses)} ${random.pick(['Cottage', 'Villa', 'Lodge'])}`,
  }));
}

function block(names: Names, random: Random): Doors[] {
  const building = `${random.pick(names.buildings)} ${random.pick(buildingTypes)}`;
  const whole: Doors = {
    building,
    ...(random.below(4) === 0 && { estate: random.pick(names.estates) }),
    ...(random.below(3) === 0 && { number: random.pick(['20', '7-11', '48', '101']) }),
  };
  const count = 4 + random.below(24);
  const units = random.pick([
    Array.from({ length: count }, (_, index) => `Flat ${index + 1}`),
    Array.from({ length: count }, (_, index) => `Flat ${index + 1}`),
    Array.from({ length: count }, (_, index) => `Flat ${101 + index}`),
    Array.from({ length: 8 }, (_, index) => `Flat ${'ABCDEFGH'[index]}`),
    Array.from({ length: 12 }, (_, index) => `Flat ${Math.ceil((index + 1) / 2)}${'AB'[index % 2]}`),
    Array.from({ length: 14 }, (_, index) => (index < 8 ? `Flat ${index + 1}` : `Garage ${index - 7}`)),
  ]);
  return [whole, ...units.map(unit => ({ unit, ...whole }))];
}
