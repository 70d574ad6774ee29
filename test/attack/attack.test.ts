import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto, larchHouseExtract } from '../integration/support/larch-house.ts';
import { newTable } from '../integration/support/tables.ts';
import { anyOrder } from './attacks/any-order.ts';
import { deliveries } from './attacks/deliveries.ts';
import { duplicates } from './attacks/duplicates.ts';
import { dynamoDb } from './attacks/dynamodb.ts';
import { eventBridge } from './attacks/eventbridge.ts';
import { killed } from './attacks/killed.ts';
import { poison } from './attacks/poison/poison.ts';
import { concurrentWriters } from './attacks/writers.ts';
import { brokenPromises } from './support/promises.ts';
import { tableOf } from './support/report.ts';
import { stateOf } from './support/state.ts';
import { play } from './support/story.ts';
import { type Ground, type Trial, withHub } from './support/trial.ts';

const attacks = [killed, anyOrder, concurrentWriters, poison, dynamoDb, eventBridge, duplicates, deliveries];
const trials: Trial[] = [];
let ground: Ground;

beforeAll(async () => {
  const directory = await newTable();
  await importInto(directory, larchHouseExtract);
  const undisturbed = await withHub({ directory }, async hub => {
    await play(hub);
    expect(await brokenPromises(hub)).toEqual([]);
    return stateOf(hub);
  });
  ground = { directory, undisturbed };
});

describe('records, flags, announcements and deliveries are those of the undisturbed run when', () => {
  it.each(attacks)('$title', async ({ run }) => {
    const made = await run(ground);
    trials.push(...made);
    expect(made.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    for (const { fault, injections } of made) expect(injections, fault).toBeGreaterThan(0);
  });
});

afterAll(() => {
  process.stdout.write(`\n${tableOf(trials)}\n\n`);
});
