import type { Random } from '../../../bench/support/random.ts';
import { type KnownHome, makePostcode } from './known-home.ts';
import { homesMeant, type Said } from './said.ts';
import { abbreviate, misspell, spellPostcode, spellUnit } from './spellings.ts';

/** A messy address, and which homes whoever wrote it can mean. */
export interface Labelled {
  address: string;
  uprns: string[];
  how: string;
}

type Way = (home: KnownHome, random: Random) => { said: Said; how: string };

const full = (home: KnownHome): Said => {
  const { uprn: _uprn, ...said } = home;
  return said;
};
const without = (said: Said, ...parts: (keyof Said)[]): Said =>
  Object.fromEntries(Object.entries(said).filter(([part]) => !parts.some(one => one === part)));

/** What writers say and leave out, how often. The last four say what is not so. */
const ways: readonly [number, Way][] = [
  [14, home => ({ how: 'in full', said: full(home) })],
  [12, home => ({ how: 'without town', said: without(full(home), 'locality', 'town', 'estate') })],
  [10, home => ({ how: 'without postcode', said: without(full(home), 'postcode') })],
  [
    8,
    home => ({
      how: 'without postcode and town',
      said: without(full(home), 'postcode', 'locality', 'town', 'estate'),
    }),
  ],
  [
    8,
    home => ({
      how: 'without street',
      said:
        home.building === undefined
          ? without(full(home), 'town', 'locality')
          : without(full(home), 'street', 'number', 'locality', 'town', 'estate'),
    }),
  ],
  [
    5,
    home => ({
      how: 'flat and building only',
      said:
        home.building === undefined
          ? without(full(home), 'postcode', 'locality')
          : without(full(home), 'street', 'number', 'locality', 'town', 'estate', 'postcode'),
    }),
  ],
  [
    5,
    home => ({
      how: 'half a postcode',
      said: { ...without(full(home), 'town', 'estate'), postcode: home.postcode.split(' ')[0] ?? '' },
    }),
  ],
  [
    4,
    home => ({
      how: 'without building',
      said: home.number === undefined ? full(home) : without(full(home), 'building', 'estate', 'town'),
    }),
  ],
  [
    4,
    (home, random) => ({
      how: 'another postcode',
      said: { ...full(home), postcode: makePostcode(home.postcode.slice(0, 2), random) },
    }),
  ],
  [5, home => ({ how: 'without flat', said: without(full(home), 'unit') })],
  [
    5,
    (home, random) => ({
      how: 'another flat',
      said: {
        ...full(home),
        ...(home.unit === undefined
          ? { number: `${Number.parseInt(home.number ?? '9', 10) + 300}` }
          : { unit: otherUnit(home.unit, random) }),
      },
    }),
  ],
  [
    3,
    (home, random) => ({
      how: 'another building',
      said: {
        ...without(full(home), 'estate'),
        ...(home.building === undefined
          ? { street: `${random.pick(['Nightingale', 'Cloudesley', 'Waterman'])} Road` }
          : { building: `${random.pick(['Nightingale', 'Cloudesley', 'Waterman'])} House` }),
      },
    }),
  ],
  [
    3,
    home => ({
      how: 'another town',
      said: { ...without(full(home), 'postcode', 'locality'), town: 'Farhaven' },
    }),
  ],
];

function otherUnit(unit: string, random: Random): string {
  const number = /^(\w+) (\d+)([A-Z]?)$/.exec(unit);
  if (number === null)
    return random.pick(
      ['Flat 1', 'Flat A', 'Top Floor Flat', 'Second Floor Flat', 'Garden Flat'].filter(one => one !== unit),
    );
  const [, word, digits = '', letter] = number;
  return random.pick([
    `${word} ${digits}${letter === 'A' ? 'C' : 'A'}`,
    `${word} 1${digits}${letter}`,
    `${word} ${Number(digits) + 60}`,
    `Room ${digits}`,
  ]);
}

/** Writes an address of a home as somebody would, and says which homes it can mean. */
export function makeMessy(homes: readonly KnownHome[], random: Random): Labelled {
  const home = random.pick(homes);
  const { said, how } = pickWay(random)(home, random);
  const misspelt = random.below(5) === 0 ? random.pick(['building', 'street'] as const) : undefined;
  const relation =
    random.below(60) === 0
      ? random.pick(['Above', 'Rear of', 'Opposite', 'Land adjacent to', 'Next door to'])
      : undefined;
  const uprns = relation === undefined ? meant(said, homes) : [];
  const notes = [how, misspelt && said[misspelt] !== undefined && 'misspelt', relation && 'beside it'].filter(
    Boolean,
  );
  return {
    address: `${relation === undefined ? '' : `${relation} `}${write(said, misspelt, random)}`,
    uprns,
    how: notes.join(', '),
  };
}

/** A postcode that contradicts everything else is taken for a mistake: what is meant is what the rest says. */
function meant(said: Said, homes: readonly KnownHome[]): string[] {
  const found = homesMeant(said, homes);
  const { postcode: _postcode, ...rest } = said;
  return (found.length > 0 ? found : homesMeant(rest, homes)).map(({ uprn }) => uprn);
}

function pickWay(random: Random): Way {
  let at = random.below(ways.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, way] of ways) {
    if (at < weight) return way;
    at -= weight;
  }
  throw new RangeError('There is no way to pick');
}

function write(said: Said, misspelt: 'building' | 'street' | undefined, random: Random): string {
  const name = (part: 'building' | 'estate' | 'street') => {
    const text = said[part];
    if (text === undefined) return undefined;
    return abbreviate(part === misspelt ? misspell(text, random) : text, random);
  };
  const building = name('building');
  const unit =
    said.unit === undefined
      ? undefined
      : spellUnit(said.unit, { bare: building !== undefined || said.number !== undefined }, random);
  const road = [said.number, name('street')].filter(Boolean).join(random.below(12) === 0 ? ', ' : ' ');
  const glue = unit !== undefined && random.below(3) === 0 ? ' ' : ', ';
  const head = orderOf([unit, building], glue, random);
  const lines = [head, name('estate'), road, said.locality, said.town].filter(Boolean);
  if (building !== undefined && unit !== undefined && /[A-Z]{2}|[a-z]/.test(unit) && random.below(15) === 0)
    lines.reverse();
  const postcode = said.postcode === undefined ? undefined : spellPostcode(said.postcode, random);
  return inSomeCase(
    [...lines, postcode].filter(Boolean).join(random.pick([', ', ', ', ', ', ',', ' , ', '\n', ' ', '; '])),
    random,
  );
}

/** `Larch House, Flat 4` now and then; never `Larch House 4`. */
function orderOf([unit, building]: (string | undefined)[], glue: string, random: Random): string {
  const swapped = unit !== undefined && /[a-z]/i.test(unit) && random.below(10) === 0;
  return (swapped ? [building, unit] : [unit, building]).filter(Boolean).join(glue);
}

function inSomeCase(text: string, random: Random): string {
  return random.pick([text, text, text, text.toUpperCase(), text.toLowerCase()]);
}
