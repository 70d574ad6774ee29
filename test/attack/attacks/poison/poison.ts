import type { Hub } from '../../support/hub.ts';
import { stateOf } from '../../support/state.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../../support/trial.ts';
import { forDeliver, forRelay } from './for-announcing.ts';
import { forReceive } from './for-receive.ts';
import { forRecord } from './for-record.ts';
import type { Poison, Poisons } from './kinds.ts';

/** So many good messages fill a batch with one poison among them. */
const before = 4;
const altogether = 8;

/** A message that cannot be taken does no harm to those around it, and comes to rest. */
export const poison: Attack = {
  title: 'a poison message stands in the middle of a batch',
  async run(ground) {
    const made = await Promise.all(
      [forReceive, forRecord, forRelay, forDeliver].map(all => poisoned(ground, all)),
    );
    return made.flat();
  },
};

async function poisoned({ directory }: Ground, poisons: Poisons): Promise<Trial[]> {
  const expected = await withHub({ directory }, async hub => {
    poisons.put(hub, 0, altogether);
    await hub.settle();
    return stateOf(hub);
  });
  return Promise.all(
    poisons.all.map(kind =>
      withHub({ directory }, async hub => {
        poisons.put(hub, 0, before);
        await kind.put(hub);
        poisons.put(hub, before, altogether);
        await hub.settle();
        const fault = `poison for ${poisons.function}: ${kind.what}`;
        return { fault, runs: 1, injections: 1, wrong: await aftermath(hub, expected, kind.ends) };
      }),
    ),
  );
}

async function aftermath(hub: Hub, expected: Ground['undisturbed'], ends: Poison['ends']): Promise<string[]> {
  const found = await wrongWith(hub, expected, ends === 'dead letters' ? 1 : 0);
  if (ends === 'taken') return notTaken(found);
  const refused = found.filter(place => place.startsWith('refused '));
  const kept = ends === 'quarantine' ? 1 : 0;
  const isWanted = (place: string) =>
    refused.includes(place) || (ends === 'given up' && place.endsWith('was given up'));
  const others = found.filter(place => !isWanted(place));
  return refused.length === kept ? others : [...others, `${refused.length} in quarantine instead of ${kept}`];
}

/** What is taken after all adds entries to timelines; it takes none away, and breaks no promise. */
function notTaken(found: readonly string[]): string[] {
  const added = found.filter(
    place => place.includes(' EVENT#') && place.includes('expected nothing, but was {'),
  );
  const others = found.filter(place => !/^(record|shown) /.test(place) || place.endsWith('but was nothing'));
  return added.length > 0 ? others : [...others, 'it was not taken'];
}
