import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto, larchHouseExtract } from '../integration/support/larch-house.ts';
import { isThorough } from '../support/effort.ts';
import { anyOrder } from './attacks/any-order.ts';
import { deliveries } from './attacks/deliveries.ts';
import { duplicates } from './attacks/duplicates.ts';
import { dynamoDb } from './attacks/dynamodb.ts';
import { eventBridge } from './attacks/eventbridge.ts';
import { forged } from './attacks/forged.ts';
import { killed } from './attacks/killed.ts';
import { poison } from './attacks/poison/poison.ts';
import { concurrentWriters } from './attacks/writers.ts';
import { brokenPromises } from './support/promises.ts';
import { tableOf } from './support/report.ts';
import { stateOf } from './support/state.ts';
import { localStorage, memoryStorage, type Storage } from './support/storage.ts';
import { play } from './support/story.ts';
import { type Ground, type Trial, withHub } from './support/trial.ts';

const attacks = [
  killed,
  anyOrder,
  concurrentWriters,
  poison,
  dynamoDb,
  eventBridge,
  duplicates,
  deliveries,
  forged,
];
/** What only Amazon's engine shows: how it judges writers that come at the same time. */
const usualLocally = [concurrentWriters];
const locally = isThorough ? attacks : usualLocally;
const trials: Trial[] = [];
const inMemory = memoryStorage();
let [memory, local]: Ground[] = [];

beforeAll(async () => {
  [memory, local] = [await groundOn(inMemory), await groundOn(localStorage())];
});

async function groundOn(storage: Storage): Promise<Ground> {
  const directory = { ...(await storage.newTable()), storage };
  await importInto(directory, larchHouseExtract);
  const undisturbed = await withHub({ directory }, async hub => {
    await play(hub);
    expect(await brokenPromises(hub)).toEqual([]);
    return stateOf(hub);
  });
  return { directory, undisturbed };
}

it('ends the same on tables in memory as on DynamoDB Local', () => {
  expect(memory?.undisturbed).toEqual(local?.undisturbed);
  expect(memory?.undisturbed.size).toBeGreaterThan(0);
});

describe('records, flags, announcements and deliveries are those of the undisturbed run when', () => {
  it.each(attacks)('$title', attack => survives(attack, memory));
  it.each(locally)('$title, on DynamoDB Local', attack => survives(attack, local));
});

it('asks nothing of the tables that was not held against DynamoDB Local', () => {
  expect([...inMemory.unknown]).toEqual([]);
});

async function survives({ run }: (typeof attacks)[number], ground: Ground | undefined): Promise<void> {
  if (ground === undefined) throw new Error('There was no undisturbed run');
  const made = await run(ground);
  trials.push(...made);
  expect(made.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  for (const { fault, injections } of made) expect(injections, fault).toBeGreaterThan(0);
}

afterAll(() => {
  process.stdout.write(`\n${tableOf(trials)}\n\n`);
});
