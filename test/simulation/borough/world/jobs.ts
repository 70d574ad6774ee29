import type { Home } from '../../../bench/support/estate.ts';
import { carriedAlerts } from './alerts.ts';
import type { Tells } from './chronicle.ts';
import { gotIn, inVain } from './door.ts';
import { type Ground, tenancyAt } from './ground.ts';
import { jobRaised, jobUpdate } from './job-items.ts';
import type { Thing } from './thing.ts';

/** Day-to-day repairs, from the call to the completion, with visits in vain in between. */
export function jobs(ground: Ground): void {
  const { homes, begins, ends, chance } = ground;
  for (const home of homes) {
    const register = chance.percent(25) ? chance.later(begins, -1_100, 600) : ends;
    for (let at = chance.later(begins, 1, 250); at < ends; at = chance.later(at, 60, 320))
      job(ground, home, at, register);
    // Works that the landlord had on its list before there was a hub.
    if (register < begins && chance.percent(40)) job(ground, home, register, register);
  }
}

function job(ground: Ground, home: Home, at: number, register: number): void {
  const { begins, chronicle, chance } = ground;
  const reference = `R-${home.uprn.slice(-5)}-${at / 60_000}`;
  const thing: Thing = { id: reference, kind: 'job', homes: [home.uprn] };
  const carried = carriedAlerts(ground, home, at, register);
  const raised = jobRaised(home, reference, at, carried.fields);
  const sent = chronicle.say('repairs', at, raised, [[thing, 'stands'], ...carried.tells]);
  chronicle.troubles.push(...carried.troubles.map(trouble => ({ ...trouble, from: sent })));
  let last = Math.max(begins, at);
  for (let visits = 0; visits < 2 && chance.percent(30); visits += 1) {
    last = chance.later(last, 2, 15);
    if (tenancyAt(ground.tenancies, home.uprn, last) === undefined) break;
    const update = jobUpdate(home, reference, last, { typeCode: '70', cardLeft: true });
    chronicle.say('repairs', last, update, inVain(ground, home, last, thing));
  }
  if (chance.percent(50)) {
    last = chance.later(last, 1, 15);
    const update = jobUpdate(home, reference, last, { typeCode: '0', otherType: 'attended' });
    chronicle.say('repairs', last, update, gotIn(ground, home, last));
  }
  last = chance.percent(8) ? chance.later(last, 120, 400) : chance.later(last, 1, 30);
  completed(ground, home, thing, last);
}

/**
 * Whoever completes a job was in the home, whether or not somebody wrote down a visit. One in sixteen is closed with nothing
 * to show that it was done, by the minute, so that chance stays as it was.
 */
function completed(ground: Ground, home: Home, thing: Thing, at: number): void {
  const cancelled = ground.chance.percent(8);
  const isShown = cancelled || (at / 60_000) % 16 !== 0;
  const update = jobUpdate(home, thing.id, at, {
    typeCode: '0',
    otherType: cancelled ? 'cancel' : 'complete',
    ...(isShown ? { operativesAssigned: [{ identification: { number: 'OP-131' } }] } : {}),
  });
  const tells: Tells[] = cancelled ? [] : gotIn(ground, home, at);
  if (!isShown) tells.push([unshown(thing), 'stands']);
  ground.chronicle.say('repairs', at, update, [[thing, 'over'], ...tells]);
}

function unshown({ id, homes }: Thing): Thing {
  return { id: `unshown ${id}`, kind: 'warning', code: 'closed-without-evidence', homes };
}
