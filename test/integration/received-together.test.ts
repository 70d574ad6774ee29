import { beforeEach, expect, it } from 'vitest';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import { makeReceive } from '../../functions/intake/receive/receive.ts';
import type { Priority } from '../../functions/shell/priority.ts';
import type { Publish } from '../../functions/shell/publisher.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { makeQuarantineReader } from '../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import { instant } from '../support/events.ts';
import { systemMessage, systemRequest } from '../support/system-request.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { importInto, larchHouseExtract } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

// The messages of a batch ask the directory and the bus once, and fail one by one.

let directory: Table;
let quarantine: Table;
let looks: number;
let calls: { references: string[]; priority: Priority | undefined }[];
beforeEach(async () => {
  [directory, quarantine] = await Promise.all([newTable(), newTable()]);
  await importInto(directory, larchHouseExtract);
  [looks, calls] = [0, []];
});

/** What the bus makes of a call: it may refuse some of it, or fail. */
type Bus = (references: readonly string[]) => readonly string[];

function receiveOf(refuse: Bus = () => []) {
  const publish: Publish = (events, priority) => {
    const references = events.map(({ data }) => (data as { leakReference: string }).leakReference);
    calls.push({ references, priority });
    const refused = refuse(references);
    return Promise.resolve(
      events
        .filter((_, index) => refused.includes(references[index] ?? ''))
        .map(event => ({ event, code: 'InternalFailure' })),
    );
  };
  const homes = makeDirectory(directory);
  return makeReceive({
    ...{ adapter: leaks, claimNames: new Map(), publish, now: () => instant('2026-11-16T08:00:00Z') },
    directory: {
      ...homes,
      placesOf(uprns) {
        looks += 1;
        return homes.placesOf(uprns);
      },
    },
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    keep: makeKeep(quarantine),
    items: makeQuarantineReader(quarantine),
  });
}

const row = (number: number) => ({
  ...{ Date: '19/06/2025 21:30', Block: 'Larch Ho', Flat: 4, Status: 'Leak again' },
  'Leak ref': `LFA-${number}`,
});
const message = (number: number, text = JSON.stringify(row(number))) => ({
  ...systemMessage(text),
  messageId: `m-${number}`,
});
const rows = (many: number) => Array.from({ length: many }, (_, index) => row(index + 1));
const keptItems = async () => (await contents(quarantine)).filter(({ reason }) => reason !== undefined);

it('of ten messages asks where they are as often as of one, and publishes all in one go', async () => {
  await receiveOf()({ Records: [message(1)] });
  const ofOne = looks;
  [looks, calls] = [0, []];
  const answer = await receiveOf()({ Records: rows(10).map((_, index) => message(index + 1)) });
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(looks).toBe(ofOne);
  expect(calls).toEqual([{ references: rows(10).map(one => one['Leak ref']), priority: undefined }]);
});

it('delivers again only the message of which the bus did not take everything', async () => {
  const two = message(2, JSON.stringify([row(2), row(3)]));
  const answer = await receiveOf(() => ['LFA-3'])({ Records: [message(1), two, message(4)] });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-2' }] });
});

it('keeps what is wrong with a message under its own numbers, and takes its neighbours', async () => {
  const wrong = message(2, JSON.stringify([row(2), { ...row(3), Status: 'flooded' }]));
  const answer = await receiveOf()({ Records: [message(1), wrong, message(4, '{"cut off')] });
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(calls.flatMap(({ references }) => references)).toEqual(['LFA-1', 'LFA-2']);
  expect((await keptItems()).map(({ row: number, reason }) => [number, reason]).toSorted()).toEqual([
    [undefined, 'invalid'],
    [2, 'invalid'],
  ]);
});

it('takes each by itself where they fail together', async () => {
  const answer = await receiveOf(references => {
    if (references.includes('LFA-2')) throw new Error('killed');
    return [];
  })({ Records: [message(1), message(2), message(3)] });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-2' }] });
  expect(calls.map(({ references }) => references)).toEqual([
    ['LFA-1', 'LFA-2', 'LFA-3'],
    ['LFA-1'],
    ['LFA-2'],
    ['LFA-3'],
  ]);
});

it('sends a long list the way of bulk, over HTTPS and by the queue, and what comes with it not', async () => {
  const receive = receiveOf();
  await receive(systemRequest('leaks', JSON.stringify(rows(50))));
  await receive(systemRequest('leaks', JSON.stringify(rows(51))));
  await receive({ Records: [message(1), message(2, JSON.stringify(rows(51))), message(3)] });
  expect(calls.map(({ references, priority }) => [references.length, priority])).toEqual([
    [50, 'single'],
    [51, 'bulk'],
    [2, undefined],
    [51, 'bulk'],
  ]);
});
