import type { Home } from '../../../bench/support/estate.ts';
import type { Ground } from './ground.ts';
import { jobUpdate } from './job-items.ts';
import { leakRow } from './leak-items.ts';
import type { Thing } from './thing.ts';
import { day } from './time.ts';

/** Longer than any damp is there. */
const longest = 200 * day;

/** Damp at a home is one occurrence for all who see it: a second at the same time would be the same. */
function hasDampAbout({ chronicle }: Ground, { uprn }: Home, at: number): boolean {
  return chronicle.told.some(
    ({ thing, happened }) =>
      thing.kind === 'damp' && thing.homes.includes(uprn) && Math.abs(happened - at) < longest,
  );
}

/** Damp and mould at a home: seen by somebody, investigated by repairs, made safe if it was something, and closed. */
export function dampSeen(ground: Ground, home: Home, at: number, caseReference?: string): void {
  const { chronicle, chance } = ground;
  if (hasDampAbout(ground, home, at)) return;
  const place = { kind: 'damp', homes: [home.uprn] } as const;
  const damp: Thing = { ...place, id: `damp ${home.uprn} ${at}`, code: 'damp-and-mould' };
  if (caseReference === undefined)
    chronicle.say('leaks', at, leakRow(home, at, 'Mould seen'), [[damp, 'stands']]);
  else chronicle.say('complaints', at, mentioned(home, at, caseReference), [[damp, 'stands']]);
  const looked = chance.later(at, 3, 14);
  const result = chance.pick(['none', 'significant', 'significant', 'emergency']);
  const update = (otherType: string, when: number, hazard: object) =>
    jobUpdate(home, `HHSRS-${home.uprn.slice(-5)}-${at}`, when, { typeCode: '0', otherType, hazard });
  const kind = 'damp-and-mould';
  const code = result === 'emergency' ? 'emergency-hazard' : 'significant-hazard';
  const judged: Thing = { ...place, id: `judged ${home.uprn} ${at}`, code };
  const found = result === 'none' ? ([damp, 'over'] as const) : ([judged, 'stands'] as const);
  chronicle.say('repairs', looked, update('hazardInvestigated', looked, { kind, result }), [found]);
  if (result === 'none') return;
  const safe = chance.later(looked, 7, 60);
  chronicle.say('repairs', safe, update('hazardMadeSafe', safe, { kind }), []);
  const closed = chance.later(safe, 7, 60);
  const over = [damp, judged].map(thing => [thing, 'over'] as const);
  const hazard = { kind, outcome: 'remedied' };
  chronicle.say('repairs', closed, update('hazardClosed', closed, hazard), over);
}

function mentioned({ uprn }: Home, at: number, caseReference: string) {
  const entry = { entryId: `${caseReference}-damp`, recordedAt: new Date(at).toISOString(), uprn };
  return { ...entry, event: 'hazardMentioned', hazard: 'dampAndMould', detail: 'Mould on the bedroom wall' };
}
