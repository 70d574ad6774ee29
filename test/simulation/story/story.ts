import type { Json } from '../world/process.ts';
import { makeRandom, type Random } from '../world/random.ts';
import { makeComplaints, makeDisrepair } from './cases.ts';
import type { Input } from './input.ts';
import { makeLeaks } from './leaks.ts';
import { type Mood, momentsOf, moodOf, narrowed } from './mood.ts';
import { makeOfficers, onceMore } from './officers.ts';
import { makeTenancies, takenBack } from './people.ts';
import { makeRepairs } from './repairs.ts';
import { makeUploads } from './uploads.ts';
import { amended, mistyped } from './wrong.ts';

/** What happens outside of the hub in one world, in the order in which it happens. */
export interface Story {
  readonly inputs: readonly Input[];
  /** In milliseconds. */
  readonly length: number;
}

const minute = 60_000;
/** Some stories are over in minutes, some last for days, and some until everything is due that time brings. */
const lengths = [10 * minute, 2 * 60 * minute, 30 * 60 * minute, 800 * 24 * 60 * minute];
const fewest = 14;
const most = 34;

/** The story of a seed. @param start when it begins, in milliseconds since 1970 */
export function storyOf(seed: number, start: number): Story {
  const random = makeRandom(`${seed}/story`);
  const length = random.pick(lengths);
  const count = fewest + random.below(most - fewest + 1);
  const mood = moodOf(seed);
  const moments = momentsOf(mood, random, count, length);
  const next = makeWriters(mood.isNarrow ? narrowed(random) : random, mood);
  const inputs = moments.flatMap((at, index) => {
    const input = next({ id: `input ${index + 1}`, at }, start);
    return [
      input,
      ...(mood.twice > 0 && random.chance(mood.twice) ? onceMore(input, random) : []),
      ...(mood.takenBack > 0 && random.chance(mood.takenBack) ? takenBack(input, random) : []),
    ];
  });
  return { inputs, length };
}

type About = Pick<Input, 'id' | 'at'>;

function makeWriters(random: Random, mood: Mood): (about: About, start: number) => Input {
  const systems = {
    tenancy: makeTenancies(random.split('tenancy')),
    repairs: makeRepairs(random.split('repairs'), mood),
    leaks: makeLeaks(random.split('leaks'), mood),
    complaints: makeComplaints(random.split('complaints')),
    disrepair: makeDisrepair(random.split('disrepair')),
  };
  const officers = makeOfficers(random.split('officers'), mood);
  const uploads = makeUploads(random.split('uploads'), systems);
  const names = Object.keys(systems) as (keyof typeof systems)[];
  let latest: Input | undefined;
  const tellerOf = ({ isOfRepairs }: Mood) =>
    isOfRepairs && random.chance(0.5) ? ('repairs' as const) : undefined;
  return (about, start) => {
    const at = new Date(start + about.at).toISOString();
    const draw = random.next();
    const [decided, read] = [mood.decided, mood.decided + mood.read];
    const uploaded = read + mood.uploaded;
    const repeats = uploaded + mood.repeated;
    if (draw < decided) return officers.decide(about);
    if (draw < read) return officers.read(about);
    if (draw < uploaded) return uploads.next(about, at);
    if (draw < repeats && latest?.does === 'tells')
      return repeated(latest, about, draw < uploaded + (mood.repeated * 5) / 8 ? undefined : random);
    if (draw < repeats + mood.resolved) return officers.resolve(about);
    const system = tellerOf(mood) ?? random.pick(names);
    const items = sentBy(systems[system], at, random, mood);
    const via = random.pick(['https', 'queue'] as const);
    latest = {
      ...about,
      does: 'tells',
      system,
      via,
      items,
      says: `${system} tells by ${via}: ${essenceOf(items)}`,
    };
    return latest;
  };
}

/** What a system told last, once more: as it was, or with other content under the same ids. */
function repeated(latest: Input & { does: 'tells' }, about: About, by: Random | undefined): Input {
  if (by === undefined) return { ...latest, ...about, says: `again: ${latest.says}` };
  const items = latest.items.map(item => amended(item, by));
  return { ...latest, ...about, items, says: `with other content: ${latest.says}` };
}

/** What a system sends at once; now and then an item is mistyped. */
function sentBy(
  system: { next(at: string): Json },
  at: string,
  random: Random,
  { mistyped: share }: Mood,
): Json[] {
  return Array.from({ length: random.chance(0.2) ? 3 : 1 }, () => {
    const item = system.next(at);
    return random.chance(share) ? mistyped(item) : item;
  });
}

/** What a vendor's messages are about, in a few words. */
function essenceOf(items: readonly object[]): string {
  const names = [
    'eventType',
    'messageType',
    'What happened',
    'event',
    'MessageName',
    'typeCode',
    'otherType',
  ];
  return items
    .map(item =>
      Object.entries(item)
        .flatMap(([name, value]) => (names.includes(name) ? [value] : []))
        .join(' '),
    )
    .join(', ');
}
