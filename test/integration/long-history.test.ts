import { expect, it } from 'vitest';
import { recordKey } from '../../functions/shell/tables/records/keys.ts';
import type { FlagCode } from '../../schemas/flags.ts';
import { flagDefinitions } from '../../schemas/flags.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { ladderOf, measured, printLadder, type Step } from '../bench/calls/history.ts';
import { makeRecorder } from '../bench/calls/recorder.ts';
import { meterOn } from '../bench/support/dynamodb-meter.ts';
import { makeEstate } from '../bench/support/estate.ts';
import { total } from '../bench/support/statistics.ts';
import { isThorough } from '../support/effort.ts';
import { eventOf, flat4 } from '../support/events.ts';
import { newTable } from './support/tables.ts';

const largestRecord = 100 * 1024;
const unitsOf = ({ cost }: Step) => total(Object.values(cost.writeUnits)) / measured;

const heldBySystems = flagDefinitions
  .filter(flag => flag.hangsOn === 'property' && !('derived' in flag))
  .map(({ code }): FlagCode => code);

const everRaised = isThorough ? 400 : 160;
const rungs = [10, 100, 1_000, isThorough ? 10_000 : 3_000];

it('a home with hundreds of flags ever, one in ten of them standing, keeps a small record', async () => {
  const table = await newTable('events');
  const meter = meterOn(table.client);
  const { commit } = makeRecorder(table);
  const home = propertySubject(flat4);
  const flags = Array.from({ length: everRaised }, (_, index) => {
    const code = heldBySystems[index % heldBySystems.length];
    if (code === undefined) throw new Error('The taxonomy has no flag for a home');
    return { code, localCode: `W${index}`, localReference: `ALERT-${index}` as LocalReference };
  });
  const said = (index: number, type: 'housing.flag.asserted.v1' | 'housing.flag.withdrawn.v1') => {
    const flag = flags[index];
    if (flag === undefined) throw new Error(`There is no flag ${index}`);
    const at = new Date(Date.UTC(2024, 0, 1, index, type.includes('withdrawn') ? 30 : 0)).toISOString();
    return eventOf({ type, at, home: flat4, vendorEventId: `${type} ${index}`, data: flag });
  };
  const costs: number[] = [];
  for (const index of flags.keys()) {
    await commit([home], [said(index, 'housing.flag.asserted.v1')]);
    if (index % 10 > 0) await commit([home], [said(index, 'housing.flag.withdrawn.v1')]);
    if (index === 39) meter.take();
    if (index === 49 || index === everRaised - 1) costs.push(total(Object.values(meter.take().writeUnits)));
    if (index === everRaised - 11) meter.take();
  }
  const [early = 0, late = 0] = costs;
  expect(meter.sizeOf(recordKey(home))).toBeLessThan(largestRecord);
  expect(late).toBeLessThan(early * 3);
});

it('the next event costs after thousands of events what it cost after ten', async () => {
  const table = await newTable('events');
  const estate = makeEstate(1);
  const [home] = estate.homes;
  if (home === undefined) throw new Error('The estate has no home');
  const steps = await ladderOf(home, rungs, estate, makeRecorder(table), meterOn(table.client));
  printLadder(steps);
  const [first, , thousand, last] = steps;
  if (first === undefined || thousand === undefined || last === undefined)
    throw new Error('There are four steps');
  for (const { cost, recordBytes } of steps) {
    expect(cost.transactions).toBe(measured);
    expect(cost.reads).toBeLessThanOrEqual(2 * measured);
    expect(cost.writes).toBe(0);
    expect(cost.itemsWritten).toBeLessThanOrEqual(first.cost.itemsWritten * 1.25);
    expect(recordBytes).toBeLessThan(largestRecord);
  }
  expect(unitsOf(last)).toBeLessThan(unitsOf(thousand) * 1.1);
  expect(unitsOf(last)).toBeLessThan(unitsOf(first) * 1.6);
});
