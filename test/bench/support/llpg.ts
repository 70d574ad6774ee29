import { makeRandom, type Random } from './random.ts';

const headings =
  'UPRN,PARENT_UPRN,SAON,PAON,STREET,LOCALITY,TOWN,POSTCODE,USRN,LOGICAL_STATUS,FLOOR,POSITION_IN_STACK,' +
  'SUCCESSOR_UPRN,EASTING,repairs_reference,tenancy_reference,leaks_reference';
const trees = [
  'ALDER',
  'ASH',
  'BEECH',
  'CEDAR',
  'ELM',
  'HAZEL',
  'HOLLY',
  'LIME',
  'MAPLE',
  'OAK',
  'ROWAN',
  'YEW',
];
const sites = [
  'BANK',
  'BROOK',
  'DALE',
  'FIELD',
  'GATE',
  'HILL',
  'MEAD',
  'MOOR',
  'RIDGE',
  'SIDE',
  'VALE',
  'WATER',
];
const buildings = ['HOUSE', 'COURT', 'TOWER', 'POINT', 'LODGE'];
const roads = ['ROAD', 'STREET', 'AVENUE', 'LANE', 'GROVE', 'GARDENS'];
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

/** A street of the generated town: half of it blocks of flats, half of it houses. */
interface Street {
  name: string;
  usrn: string;
  postcode: string;
  number: number;
}

/**
 * The rows of a land and property gazetteer that exists nowhere, headings first, the same in every run: streets of two
 * blocks of twenty flats and forty houses; in each one pair of flats was merged into a new one, and one house has an
 * alternative address. Every place has a reference in three systems.
 * @param homes about how many places there are, to the nearest street
 */
export function* llpgRows(homes: number): Generator<string> {
  const random = makeRandom(60);
  yield headings;
  for (let number = 0; number < Math.max(1, Math.round(homes / placesOnAStreet)); number += 1)
    yield* streetRows(streetOf(number, random), random);
}

const flatsInABlock = 20;
const housesOnAStreet = 40;
/** Two blocks, their flats and one that two of them became, and the houses. */
const placesOnAStreet = 2 * (flatsInABlock + 2) + housesOnAStreet;

function streetOf(number: number, random: Random): Street {
  const name = `${random.pick(trees)}${random.pick(sites)} ${random.pick(roads)}`;
  const postcode = `SE${1 + (number % 28)} ${Math.floor(number / 28) % 10}${pair(Math.floor(number / 280))}`;
  return { name, usrn: String(20_400_000 + number), postcode, number };
}

function pair(number: number): string {
  return `${letters[number % letters.length]}${letters[Math.floor(number / letters.length) % letters.length]}`;
}

function* streetRows(street: Street, random: Random): Generator<string> {
  const first = 100_000_000_000 + street.number * 1_000;
  for (const block of [0, 1]) yield* blockRows(street, first + block * 100, random);
  for (let house = 0; house < housesOnAStreet; house += 1) {
    const uprn = first + 500 + house;
    yield row(street, { uprn, paon: String(2 * house + 1), key: `${uprn}` });
    if (house === 0) yield row(street, { uprn, paon: `${random.pick(trees)} COTTAGE`, status: 3 });
  }
}

function* blockRows(street: Street, block: number, random: Random): Generator<string> {
  const paon = `${random.pick(trees)} ${random.pick(buildings)}`;
  yield row(street, { uprn: block, paon, key: `${block}` });
  for (let flat = 1; flat <= flatsInABlock; flat += 1) {
    const merged = flat > flatsInABlock - 2 ? { status: 8, successor: block + 50 } : {};
    yield row(street, {
      ...{ uprn: block + flat, parent: block, saon: `FLAT ${flat}`, paon },
      ...{ floor: Math.ceil(flat / 4) - 1, stack: 'ABCD'[flat % 4], key: `${block + flat}`, ...merged },
    });
  }
  const saon = `FLAT ${flatsInABlock - 1}-${flatsInABlock}`;
  yield row(street, {
    uprn: block + 50,
    parent: block,
    saon,
    paon,
    floor: 4,
    stack: 'A',
    key: `${block + 50}`,
  });
}

interface Cells {
  uprn: number;
  paon: string;
  parent?: number;
  saon?: string;
  status?: number;
  floor?: number;
  stack?: string | undefined;
  successor?: number;
  /** What the systems' references are made of; a place without has none. */
  key?: string;
}

function row({ name, usrn, postcode }: Street, cells: Cells): string {
  const {
    uprn,
    paon,
    parent = '',
    saon = '',
    status = 1,
    floor = '',
    stack = '',
    successor = '',
    key,
  } = cells;
  const references = key === undefined ? ['', '', ''] : [`00${key.slice(-8)}`, `asset-${key}`, `LFA/${key}`];
  const address = [saon, paon, name, 'PECKHAM', 'LONDON', postcode, usrn];
  return [uprn, parent, ...address, status, floor, stack, successor, 534_000, ...references].join(',');
}
