import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { foldEvents } from '../../../functions/core/record/fold.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { commitTransactions } from '../../../functions/shell/tables/records/record-transaction.ts';
import { instantOf, propertySubject } from '../../../schemas/reference.ts';
import { makeEstate } from './estate.ts';
import { inLanes } from './lanes.ts';
import { leakRowOf } from './news/leak-rows.ts';
import { afterTheNews } from './news.ts';
import { eventsOf } from './shared-events.ts';
import { median, timed } from './statistics.ts';
import { onEmptyCopy } from './table-copy.ts';

const estate = makeEstate(30);
const atOnce = 16;
const rounds = 3;

/** How many one call of `rawRate` commits. */
export const bareTransactions = rounds * estate.homes.length;

/**
 * How many a second DynamoDB Local takes of transactions of the hub's own shape from one client, with nothing around them:
 * the first leak of three hundred homes, each its id, timeline entry, record, case and outbox row. The median of three.
 * @param when names the empty tables that are used
 */
export async function rawRate(records: Table, when: string): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rates.push(await onEmptyCopy(records, `bare-${when}-${round}`, rateOn));
  }
  return median(rates);
}

async function rateOn({ client, tableName }: Table): Promise<number> {
  const transactions = firstLeaks(tableName);
  const milliseconds = await timed(() =>
    inLanes(transactions, atOnce, TransactItems => client.send(new TransactWriteCommand({ TransactItems }))),
  );
  return (transactions.length / milliseconds) * 1000;
}

function firstLeaks(tableName: string) {
  return estate.homes.map(home => firstLeak(tableName, home));
}

function firstLeak(tableName: string, home: (typeof estate.homes)[number]) {
  const subject = propertySubject(home.uprn);
  const events = eventsOf({ system: 'leaks', item: leakRowOf({ home, turn: 0, at: afterTheNews }) }, estate);
  const before = { subject, version: 0, record: undefined, flags: {}, rows: {}, rowsInRecord: {} };
  const at = instantOf(afterTheNews);
  const subjects = [{ before, after: foldEvents(before, events, at), events, at }];
  return commitTransactions(tableName, { subjects, heard: events.map(event => ({ event })) }).flat();
}
