import type { Home } from '../../../bench/support/estate.ts';
import { dampSeen } from './damp.ts';
import type { Ground } from './ground.ts';
import type { Thing } from './thing.ts';
import { day, isoOf } from './time.ts';

/** Complaints, from the first letter to the end; a few go to the Ombudsman and stay open for more than a year. */
export function complaints(ground: Ground): void {
  const { homes, begins, ends, chance } = ground;
  for (const home of homes) {
    // Some were open before there was a hub.
    const first = chance.percent(4) ? chance.later(begins, -420, -30) : chance.later(begins, 1, 2_400);
    for (let at = first; at < ends; at = chance.later(Math.max(at, begins), 400, 2_400))
      complaint(ground, home, at);
  }
}

function complaint(ground: Ground, home: Home, at: number): void {
  const { homes, begins, chronicle, chance } = ground;
  const reference = `C-${home.uprn.slice(-5)}-${Math.floor(at / day)}`;
  const thing: Thing = { id: reference, kind: 'warning', code: 'open-complaint', homes: [home.uprn] };
  const say = (when: number, event: string, fields: object, tells: [Thing, 'stands' | 'over'][]) =>
    chronicle.say('complaints', when, entry(home, reference, when, event, fields), tells);
  if (chance.percent(6)) enteredWrong(ground, home, homes, reference, at);
  say(at, 'received', { about: 'Repairs that do not last' }, [[thing, 'stands']]);
  let last = chance.later(Math.max(begins, at), 3, 8);
  say(last, 'acknowledged', { stage: 1 }, []);
  if (chance.percent(15)) dampSeen(ground, home, last, reference);
  last = chance.later(last, 8, 25);
  say(last, 'responded', { stage: 1, decision: 'partlyUpheld' }, []);
  const over: [Thing, 'over'][] = [[thing, 'over']];
  if (chance.percent(30)) {
    last = chance.later(last, 5, 40);
    say(last, 'escalated', {}, []);
    if (chance.percent(50)) {
      const ombudsman: Thing = { ...thing, id: `HO-${reference}`, code: 'ombudsman-case' };
      last = chance.later(last, 30, 90);
      say(last, 'ombudsmanNotified', { ombudsmanReference: ombudsman.id }, [[ombudsman, 'stands']]);
      over.push([ombudsman, 'over']);
      last = chance.later(last, 200, 500);
    }
  }
  last = chance.later(last, 5, 60);
  say(last, 'closed', {}, over);
}

/** Entered for the home next door, and taken back there when somebody notices. */
function enteredWrong(
  { chronicle, chance }: Ground,
  home: Home,
  homes: readonly Home[],
  reference: string,
  at: number,
) {
  const next = homes[(homes.indexOf(home) + 1) % homes.length] ?? home;
  const wrong = `${reference}-X`;
  const thing: Thing = { id: wrong, kind: 'warning', code: 'open-complaint', homes: [next.uprn] };
  chronicle.say('complaints', at, entry(next, wrong, at, 'received', {}), [[thing, 'stands']]);
  const noticed = chance.later(at, 1, 5);
  const takenBack = { corrects: `${wrong}-received-${at}`, reason: 'Entered for the home next door' };
  chronicle.say('complaints', noticed, entry(next, wrong, noticed, 'enteredInError', takenBack), [
    [thing, 'over'],
  ]);
}

/** An entry of the case log. */
export function entry({ uprn }: Home, caseReference: string, at: number, event: string, fields: object) {
  const recordedAt = isoOf(at);
  return { entryId: `${caseReference}-${event}-${at}`, recordedAt, event, caseReference, uprn, ...fields };
}
