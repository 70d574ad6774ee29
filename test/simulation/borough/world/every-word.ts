import { flagDefinition } from '../../../../schemas/flags.ts';
import { type Ground, type Tenancy, tenancyAt } from './ground.ts';
import type { Thing } from './thing.ts';
import { day, minute } from './time.ts';
import { itemOf, type Saying } from './word-items.ts';
import { isOfPerson, plainWords, type Word, wordOfEach } from './words.ts';

/** Of how long ago it may be when a hub begins, in days: said yesterday, half a year ago, or years ago. */
const ages = [1, 170, 400, 900];

/**
 * Every word of every system, old and new, when the hub begins: some are taken back afterwards. With `oncePerCode`, each code
 * is said by one system only, of one age.
 * @param live the day on which the hub begins
 */
export function everyWord(ground: Ground, live: number, oncePerCode: boolean): void {
  const settled = settledBy(ground, live - 1_000 * day);
  for (const [index, word] of (oncePerCode ? wordOfEach() : plainWords()).entries()) {
    for (const [turn, age] of (oncePerCode ? [ages[index % ages.length] ?? 1] : ages).entries()) {
      const from = (index * 3 + turn) % settled.length;
      const tenancy = [...settled.slice(from), ...settled.slice(0, from)].find(one =>
        isFree(ground, word, one),
      );
      if (tenancy === undefined) continue;
      const number = index * 10 + turn * 2;
      const saying = { id: `W-${word.system}-${word.code}-${age}`, word, tenancy, number };
      // A system's id of what it says of somebody has the instant: two of one instant would be one, amended.
      sayIt(ground, saying, live - age * day + number * minute, (index + turn) % 5 === 0);
    }
  }
}

/** Households that have lived there since then, and stay. */
function settledBy({ homes, tenancies }: Ground, since: number): Tenancy[] {
  return homes.flatMap(({ uprn }) => {
    const tenancy = tenancyAt(tenancies, uprn, since);
    return tenancy?.to === undefined && (tenancy?.household.length ?? 0) > 0 ? (tenancy ?? []) : [];
  });
}

/** Says a word and, where it is to be taken back, takes it back in the last weeks. */
function sayIt(ground: Ground, saying: Omit<Saying, 'says' | 'at'>, at: number, isTakenBack: boolean): void {
  const { chronicle, ends } = ground;
  const { system } = saying.word;
  const thing = thingOf(saying, ground);
  const said = itemOf({ ...saying, says: 'said', at });
  const begun = chronicle.say(system, at, said, [[thing, 'stands']], { sentAt: at + minute });
  if (!isTakenBack) return;
  const over = Math.max(begun, ends - 20 * day + saying.number * minute);
  chronicle.say(system, over, itemOf({ ...saying, says: 'over', at: over }), [[thing, 'over']]);
}

/** Whether nobody has said the same of the home, or of whom it would be said: of two, the latest date of review would count. */
function isFree({ chronicle }: Ground, { code }: Word, { home, household }: Tenancy): boolean {
  return !chronicle.told.some(
    ({ thing }) =>
      thing.code === code &&
      (thing.homes.includes(home.uprn) || (thing.person !== undefined && thing.person === household[0])),
  );
}

function thingOf({ id, word, tenancy }: Pick<Saying, 'id' | 'word' | 'tenancy'>, { homes }: Ground): Thing {
  const { hangsOn } = flagDefinition(word.code);
  const { home, household } = tenancy;
  const one = { id, kind: 'warning' as const, code: word.code };
  if (isOfPerson(word.code)) return { ...one, homes: [], person: household[0] ?? '' };
  if (hangsOn === 'block') {
    const within = homes.filter(({ block }) => block === home.block).map(({ uprn }) => uprn);
    return { ...one, homes: [home.block, ...within] };
  }
  return { ...one, homes: [home.uprn], ...(hangsOn === 'tenancy' && { tenancy: tenancy.thing.id }) };
}
