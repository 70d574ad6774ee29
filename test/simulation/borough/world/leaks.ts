import type { Home } from '../../../bench/support/estate.ts';
import { dampSeen } from './damp.ts';
import { attempted } from './door.ts';
import type { Ground } from './ground.ts';
import { leakRow } from './leak-items.ts';
import type { Thing } from './thing.ts';
import { day, hour, minute } from './time.ts';

/** Leaks from above, from the report to the end of them. */
export function leaks(ground: Ground): void {
  const { homes, begins, ends, chance } = ground;
  for (const home of homes) {
    const source = sourceOf(ground, home);
    for (let at = chance.later(begins, 1, 700); at < ends; at = chance.later(at, 150, 900))
      leak(ground, home, source, at);
  }
}

/** The water comes from the flat two floors’ numbering further on, and mostly from the same one again. */
function sourceOf({ homes }: Ground, home: Home): Home {
  return homes.find(({ block, flat }) => block === home.block && flat === home.flat + 2) ?? home;
}

function leak(ground: Ground, home: Home, source: Home, at: number): void {
  const { chronicle, chance } = ground;
  const reference = `LFA-${home.uprn.slice(-5)}-${Math.floor(at / day)}`;
  const homes = [...new Set([home.uprn, source.uprn])];
  const from = source === home ? {} : { source: source.uprn };
  const thing: Thing = { id: reference, kind: 'leak', code: 'active-leak', homes, ...from };
  const cells = { 'Leak ref': reference, 'Suspected source': source === home ? 'unknown' : `${source.flat}` };
  const row = (when: number, what: string) => leakRow(home, when, what, cells);
  const reported = row(at, 'Leak reported');
  if (chance.percent(3)) typedNextYear(ground, thing, at, reported);
  else chronicle.say('leaks', at, reported, [[thing, 'stands']]);
  if (chance.percent(8)) edited(ground, thing, at, reported);
  const ended = chance.percent(12) ? chance.later(at, 100, 300) : chance.later(at, 4, 40);
  if (chance.percent(30)) isolated(ground, home, cells, at, ended);
  attempted(ground, home, chance.later(at, 1, 3), thing, cells);
  if (chance.percent(20)) dampSeen(ground, home, chance.later(at, 5, 30));
  chronicle.say('leaks', ended, row(ended, 'Resolved'), [[thing, 'over']]);
}

/** Somebody adds what they forgot to a row, and the sheet is sent again: it says the same of the same leak. */
function edited(
  { chronicle, chance }: Ground,
  { source }: Thing,
  at: number,
  row: ReturnType<typeof leakRow>,
): void {
  const notes = { ...row, Notes: 'Bucket under the drip, resident asked to keep the lights off' };
  const from = chronicle.say('leaks', at, notes, [], { sentAt: chance.later(at, 1, 5) });
  if (source === undefined) return;
  const cause = 'a row that was edited counted as another leak';
  chronicle.troubles.push({ cause, homes: [source], codes: ['recurrent-leak'], from });
}

/** A slip of the pen in January: noticed after some days, and typed again. */
function typedNextYear(
  { chronicle, chance, ends }: Ground,
  thing: Thing,
  at: number,
  reported: ReturnType<typeof leakRow>,
): void {
  const wrong = { ...reported, Date: reported.Date.replace(/\d{4}$/, year => `${Number(year) + 1}`) };
  const from = chronicle.say('leaks', at, wrong, []);
  const right = chance.later(at, 2, 6);
  chronicle.say('leaks', at, reported, [[thing, 'stands', at]], { sentAt: right });
  const cause = 'a date that is still to come was believed';
  const codes = ['active-leak', 'recurrent-leak', 'access-missed'] as const;
  chronicle.troubles.push({ cause, homes: thing.homes, codes, from, to: ends });
}

/** The electrics are switched off for safety, mostly for days and now and then for most of a year. */
function isolated({ chronicle, chance }: Ground, home: Home, cells: object, at: number, ended: number): void {
  const off = at + chance.between(10, 90) * minute;
  const on = chance.percent(25)
    ? chance.later(off, 95, 320)
    : Math.min(chance.later(off, 1, 12), ended - hour);
  const thing: Thing = {
    id: `OFF-${home.uprn}-${off}`,
    kind: 'warning',
    code: 'electrics-isolated',
    homes: [home.uprn],
  };
  chronicle.say('leaks', off, leakRow(home, off, 'Electrics isolated', cells), [[thing, 'stands']]);
  chronicle.say('leaks', on, leakRow(home, on, 'Electrics reinstated', cells), [[thing, 'over']]);
}
