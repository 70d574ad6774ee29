import { makeEstate } from '../../../bench/support/estate.ts';
import type { Doubt } from '../accounting/wrongness.ts';
import type { Act, Outage, Trouble } from './act.ts';
import { type Chance, makeChance } from './chance.ts';
import { type Faults, makeChronicle } from './chronicle.ts';
import { complaints } from './complaints.ts';
import { claims } from './disrepair.ts';
import { everyWord } from './every-word.ts';
import type { Ground } from './ground.ts';
import { jobs } from './jobs.ts';
import { leaks } from './leaks.ts';
import { caseList, jobList, tenancyList } from './lists.ts';
import { markers } from './markers.ts';
import { alarms } from './officers.ts';
import { properties } from './properties.ts';
import { moves, tenanciesOf } from './tenancies.ts';
import type { Told } from './thing.ts';
import { day, hour } from './time.ts';

/** Two years of a landlord's borough: who says what when, and what is true by it. */
export interface Borough extends Omit<Ground, 'chance' | 'chronicle' | 'echoes'> {
  /** In the order in which the hub hears it. */
  readonly acts: readonly Act[];
  readonly told: readonly Told[];
  readonly troubles: readonly Trouble[];
  readonly doubts: readonly Doubt[];
  /** The gazetteer's extract (CSV). */
  readonly extract: string;
  readonly outages: readonly Outage[];
}
export interface BoroughOptions {
  homes: number;
  seed: number;
  days?: number;
  faults?: Partial<Faults & { outages: boolean; echoes: boolean }>;
  /** Every word of every system is said before that day, or every code by one system. */
  words?: { before: number; oncePerCode: boolean };
}

const begins = Date.UTC(2024, 0, 8);
const flatsInABlock = 10;
/** The later ones read what the earlier ones left. */
const parts = [
  moves,
  properties,
  markers,
  claims,
  complaints,
  leaks,
  jobs,
  alarms,
  tenancyList,
  caseList,
  jobList,
];

/** Makes a borough: the same for the same seed. */
export function makeBorough({
  homes: wanted,
  seed,
  days = 730,
  faults = {},
  words,
}: BoroughOptions): Borough {
  const { homes: all, extract } = makeEstate(Math.ceil(wanted / flatsInABlock));
  const homes = all.slice(0, wanted);
  const ends = begins + days * day;
  const tenancies = tenanciesOf(homes, { begins, ends }, makeChance(seed));
  const usual = { repeated: 6, late: 10, ...faults };
  const { echoes = true } = faults;
  const luck = { lags: makeChance(seed, 1), repeats: makeChance(seed, 2) };
  const chronicle = makeChronicle(begins, luck, usual);
  for (const [index, part] of parts.entries())
    part({ homes, begins, ends, tenancies, chronicle, echoes, chance: makeChance(seed, index + 4) });
  const ground = { homes, begins, ends, tenancies, chronicle, echoes, chance: makeChance(seed, 3) };
  if (words !== undefined) everyWord(ground, begins + words.before * day, words.oncePerCode);
  const within = <T extends { at: number }>(list: readonly T[]) => list.filter(({ at }) => at < ends);
  return {
    ...{ homes, extract, begins, ends, tenancies },
    ...{ troubles: chronicle.troubles, doubts: chronicle.doubts },
    acts: within(chronicle.acts).sort((a, b) => a.at - b.at),
    told: chronicle.told.filter(({ heard }) => heard < ends),
    outages: usual.outages === false ? [] : outagesOf(ends, makeChance(seed, 3)),
  };
}

/** Webhooks that are out: some hours every few months. */
function outagesOf(ends: number, chance: Chance): Outage[] {
  return ['repairs', 'complaints'].flatMap(system => {
    const outages: Outage[] = [];
    for (let from = chance.later(begins, 20, 90); from < ends; from = chance.later(from, 40, 150))
      outages.push({ system, from, to: from + chance.between(1, 9) * hour });
    return outages;
  });
}
