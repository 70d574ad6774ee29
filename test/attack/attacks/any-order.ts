import fc from 'fast-check';
import { eventSchema, type SystemEvent } from '../../../schemas/catalogue.ts';
import { makeRandom } from '../../bench/support/random.ts';
import { contents } from '../../integration/support/tables.ts';
import { anyEvent } from '../../support/arbitrary-events.ts';
import { runs } from '../../support/effort.ts';
import type { Hub } from '../support/hub.ts';
import { stateOf } from '../support/state.ts';
import { type Attack, withHub, wrongWith } from '../support/trial.ts';

const systems = ['repairs', 'tenancy'];
const lanes = 3;

/** Up to five properties and two people, their events interleaved. */
const hearings = fc
  .uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 6, maxLength: 14 })
  .chain(events => {
    const twice = [...events, ...events];
    const heard = fc.shuffledSubarray(twice, { minLength: twice.length });
    return fc.record({ events: fc.constant(events), heard, seed: fc.nat() });
  });

/**
 * Gives the hub what it hears, and then what it held back for a case that nobody had opened yet. No quarantine function
 * runs here: this is how a closing comes again that was in an earlier batch than its opening.
 */
async function hear(hub: Hub, heard: readonly SystemEvent[]): Promise<void> {
  hub.publish(heard);
  await hub.settle();
  const held = (await contents(hub.quarantine)).filter(({ key }) => String(key).startsWith('case '));
  hub.publish(held.map(({ payload }) => eventSchema.parse(JSON.parse(String(payload))) as SystemEvent));
  await hub.settle();
}

/** The same events in any order, each twice, in batches of any size, several batches at once, messages delivered again. */
export const anyOrder: Attack = {
  title: 'events come in any order, in any batches, any number of times',
  async run({ directory }) {
    let hearingsTried = 0;
    let injections = 0;
    const property = fc.asyncProperty(hearings, async ({ events, heard, seed }) => {
      const expected = await withHub({ directory, systems }, async hub => {
        await hear(hub, events);
        return stateOf(hub);
      });
      const disorder = makeRandom(seed);
      await withHub({ directory, systems, disorder, lanes }, async hub => {
        await hear(hub, heard);
        const wrong = await wrongWith(hub, expected);
        if (wrong.length > 0) throw new Error(wrong.join('\n'));
      });
      hearingsTried += 1;
      injections += heard.length;
    });
    const { errorInstance, seed, counterexamplePath } = await fc.check(property, {
      numRuns: runs(12),
      endOnFailure: true,
    });
    const replay = `fast-check seed ${seed}, path ${counterexamplePath}`;
    const wrong = errorInstance instanceof Error ? [`${replay}\n${errorInstance.message}`] : [];
    return [
      {
        fault: 'any order, repetition and batching of five properties',
        runs: hearingsTried,
        injections,
        wrong,
      },
    ];
  },
};
