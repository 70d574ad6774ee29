import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retryPolicy } from '../../functions/core/delivery/times.ts';
import type { Expectation } from '../scenarios/expectation.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { larchHouse } from '../scenarios/larch-house/larch-house.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { play, type Verdict } from '../scenarios/play.ts';
import { requestOf } from '../scenarios/story.ts';
import { takenWhole } from '../scenarios/system-client.ts';
import { isThorough } from '../support/effort.ts';
import { everyAnswer } from './support/answers.ts';
import { readAtTheDoor } from './support/at-the-door.ts';
import { shuffledBatches } from './support/shuffled-batches.ts';
import { makeTestHubs } from './support/test-hub.ts';

const { news, expectations } = larchHouse;
/** In the middle of it, with every rule's flag standing, and after the end. */
const moments = ['2025-12-31T12:00Z', '2026-11-03T12:00Z'];
const longestRetry = (retryPolicy.cap + retryPolicy.spread) * 1_000;
const answersBy = new Map<string, unknown>();

/** Who reads what at which door: a plumber before he knocks, an officer before she does. */
const doors = [
  { by: '2025-06-04T08:50+01:00', role: 'repairs-officer', number: 4 },
  { by: '2025-10-30T08:50+00:00', role: 'repairs-officer', number: 7 },
  { by: '2026-08-31T08:50+01:00', role: 'housing-officer', number: 4 },
] as const;
const readings: { by: string; text: string }[] = [];

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let verdicts: Verdict[];

beforeAll(async () => {
  landlord = await hubs.start({ byTheClock: true, environmentsPerFunction: 2 });
  const noting = moments.map(
    (by): Expectation => ({
      by,
      says: 'noted for comparison',
      check: async () => void answersBy.set(by, await everyAnswer(landlord)),
    }),
  );
  const reading = doors.map(
    ({ by, role, number }): Expectation => ({
      by,
      says: 'read at the door',
      check: async () =>
        void readings.push({ by, text: await readAtTheDoor(landlord.officer(role), flat(number)) }),
    }),
  );
  verdicts = await play(landlord, { news, expectations: [...expectations, ...noting, ...reading] });
});

afterAll(() => hubs.stop());

describe('Larch House, in the order in which the hub hears it', () => {
  it.each(expectations)('by $by: $says', expectation => {
    const verdict = verdicts.find(one => one.expectation === expectation);
    expect(verdict).toEqual({ expectation });
  });
});

describe('the record, read at the door', () => {
  it.each(doors)('of flat $number by a $role at $by', async ({ by, role, number }) => {
    const reading = readings.find(one => one.by === by);
    await expect(reading?.text).toMatchFileSnapshot(
      `at-the-door/${by.slice(0, 10)}-flat-${number}-${role}.json`,
    );
  });

  it('takes a few KB, so that it loads on a landing', () => {
    for (const { text } of readings) expect(Buffer.byteLength(text)).toBeLessThan(16_000);
  });
});

describe('the same payloads in another order, in batches, each twice', () => {
  let other: HubWithTeams;
  let heardUntil: Date;
  const begin = async () => {
    other = await hubs.start({ environmentsPerFunction: 2 });
    heardUntil = new Date(0);
  };

  // What is heard by the first moment stays with the same hub; everything in one disorder is for a thorough run.
  it.each(moments)(
    'give the same answers about every home by %s, and the same flags in every system',
    async moment => {
      const by = new Date(moment);
      if (other === undefined || isThorough) await begin();
      await other.hub.setTime(new Date(by.getTime() - longestRetry));
      const heard = news.filter(({ heardAt }) => heardAt > heardUntil && heardAt <= by);
      for (const { system, payload } of shuffledBatches(heard))
        takenWhole(system, await other.system(system).post(requestOf(payload)));
      heardUntil = by;
      // What met another version of its flag on its way is retried by then, as it is wherever time passes.
      await other.hub.settled();
      await other.hub.setTime(by);
      await other.hub.settled();
      await other.teams.fetch();
      expect(await everyAnswer(other)).toEqual(answersBy.get(moment));
    },
  );
});
