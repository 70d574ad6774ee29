import { makeRandom, type Random } from '../world/random.ts';
import type { FaultKind } from './fault.ts';
import { makeSites, type Sites } from './sites.ts';

/** One time that a fault struck. */
export interface Strike {
  /** By it, the strike can be left out of another run of the same seed. */
  readonly id: string;
  readonly kind: string;
  readonly says: string;
}

/** What of a kind may be asked at an opportunity. */
export type Opportunity =
  | 'call'
  | 'message'
  | 'entry'
  | 'handing'
  | 'disorder'
  | 'sample'
  | 'visibility'
  | 'index'
  | 'skew'
  | 'timeout'
  | 'push'
  | 'pause'
  | 'fetch'
  | 'standstill';

/** All that goes wrong in one world. */
export interface Weather {
  /** The kinds of fault of this seed. */
  readonly kinds: readonly FaultKind[];
  readonly struck: readonly Strike[];
  /** By chance, from 0 to 1: the n-th at a site is the same in every run of the seed, whatever happens elsewhere. */
  drawn(site: string): number;
  /** What befalls something: of the first kind that strikes there. */
  befalls<T>(
    opportunity: Opportunity,
    site: string,
    ask: (kind: FaultKind, random: Random) => T | undefined,
  ): T | undefined;
  /** The moments at which a kind strikes, by its number: so many milliseconds after things begin to go wrong. */
  moments(): { kind: FaultKind; after: number; random: Random; strike: () => void; isAllowed: boolean }[];
  /** From now on nothing strikes any more. */
  clear(): void;
}

/** What of a seed's weather is to happen: all of it, or only strikes of these names. */
export type Allowed = ReadonlySet<string> | 'all';

interface Spell {
  readonly from: number;
  readonly to: number;
  readonly id: string;
}

interface Active {
  readonly kind: FaultKind;
  /** The share of opportunities at a place at which it strikes. */
  readonly rateAt: (site: string) => number;
  readonly spells: readonly Spell[] | undefined;
  readonly sites: Sites;
}

export interface WeatherOptions {
  seed: number;
  kinds: readonly FaultKind[];
  allowed: Allowed;
  now: () => number;
  /** The stretch of time in which things go wrong. */
  from: number;
  to: number;
  /** When somebody outside does something. In a long story hardly anything would go wrong just then. */
  busyAt: readonly number[];
}

/** Makes the weather of a seed: which kinds of fault it has, how strong each of them is, and when its spells are. */
export function makeWeather(options: WeatherOptions): Weather {
  const { seed, kinds, allowed, now, from } = options;
  const random = makeRandom(`${seed}/weather`);
  const struck = new Map<string, Strike>();
  const sites = makeSites(`${seed}/draws`);
  let isClear = false;
  const share = random.next();
  const active = kinds.flatMap((kind): Active[] => {
    const own = random.split(kind.name);
    if (!own.chance(share * (kind.frequency ?? 1))) return [];
    const rate = kind.rate * own.next() ** 2;
    const spells = spellsOf(kind, own, options);
    const aims = makeSites(`${seed}/${kind.name}/aims`);
    const rates = new Map<string, number>();
    const rateAt = (site: string) => {
      const known = rates.get(site) ?? kind.rate * aims.draw(site).chance ** 2;
      rates.set(site, known);
      return known;
    };
    const sites = makeSites(`${seed}/${kind.name}`);
    return [{ kind, rateAt: kind.isAimed ? rateAt : () => rate, spells, sites }];
  });
  const byOpportunity = new Map<Opportunity, Active[]>();

  const asked = (opportunity: Opportunity) => {
    const known =
      byOpportunity.get(opportunity) ?? active.filter(({ kind }) => kind[opportunity] !== undefined);
    byOpportunity.set(opportunity, known);
    return known;
  };
  const isAllowed = (id: string) => allowed === 'all' || allowed.has(id);
  const note = ({ name, says }: FaultKind, id: string) => struck.set(id, { id, kind: name, says });

  /** Whether a kind strikes at an opportunity: by its rate, or for as long as a spell of it lasts. */
  function strikeOf({ kind, rateAt, spells, sites: own }: Active, site: string) {
    const spell = spells?.find(one => one.from <= now() && now() < one.to);
    if (spells !== undefined && spell === undefined) return undefined;
    const { number, chance } = own.draw(site);
    if (chance >= (spell === undefined ? rateAt(site) : kind.rate)) return undefined;
    const name = `${kind.name} at ${site} ${number}`;
    const id = spell?.id ?? name;
    return isAllowed(id) ? { name, id } : undefined;
  }

  return {
    kinds: active.map(({ kind }) => kind),
    get struck() {
      return [...struck.values()];
    },
    drawn: site => sites.draw(site).chance,
    befalls(opportunity, site, ask) {
      if (isClear) return undefined;
      for (const one of asked(opportunity)) {
        const struckBy = strikeOf(one, site);
        const found = struckBy && ask(one.kind, makeRandom(`${seed}/${struckBy.name}/how`));
        if (found === undefined) continue;
        note(one.kind, struckBy?.id ?? '');
        return found;
      }
      return undefined;
    },
    moments: () =>
      active.flatMap(({ kind }) => {
        const own = makeRandom(`${seed}/${kind.name}/moments`);
        const most = kind.moments?.most ?? 0;
        const times = most === 0 ? 0 : 1 + own.below(most);
        return Array.from({ length: times }, (_, index) => {
          const id = `${kind.name} ${index + 1}`;
          const strike = () => note(kind, id);
          const after = Math.min(momentIn(own, options) + own.next() * soon, options.to) - from;
          return { kind, after, random: own.split(id), strike, isAllowed: isAllowed(id) };
        });
      }),
    clear() {
      isClear = true;
    },
  };
}

/** What follows on what somebody does has not come to its end by then. */
const soon = 3_000;

/** At any time, or at one at which something happens. */
function momentIn(random: Random, { from, to, busyAt }: WeatherOptions): number {
  const anytime = from + random.next() * (to - from);
  return random.chance(0.5) && busyAt.length > 0 ? random.pick(busyAt) : anytime;
}

/** Each spell has such a moment in it. */
function spellsOf({ name, spells }: FaultKind, random: Random, options: WeatherOptions) {
  if (spells === undefined) return undefined;
  return Array.from({ length: 1 + random.below(spells.most) }, (_, index): Spell => {
    const minutes = spells.shortest + random.next() * (spells.longest - spells.shortest);
    const from = momentIn(random, options) - random.next() * minutes * 60_000;
    return { from, to: from + minutes * 60_000, id: `${name} ${index + 1}` };
  });
}
