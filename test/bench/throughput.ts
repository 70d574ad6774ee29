import path from 'node:path';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { renewMarked } from '../support/marked.ts';
import type { Bench } from './bench.ts';
import { type BenchHub, startBenchHub } from './support/bench-hub.ts';
import { type Counts, countsOf } from './support/committed.ts';
import { makeEstate } from './support/estate.ts';
import { makeNews, type NewsItem } from './support/news.ts';
import type { Post } from './support/post.ts';
import { markdownTable, printTable, type Row } from './support/print.ts';
import { type ProcessorTime, processorTimeOf } from './support/processor-time.ts';
import { makeRandom } from './support/random.ts';
import { bareTransactions, rawRate } from './support/raw-transactions.ts';
import { total } from './support/statistics.ts';

const readme = path.join(import.meta.dirname, 'README.md');
const blocks = 20;
const items = 2_000;
const warmUps = 150;
const itemsAPost = 100;

/** How fast the whole hub is, beside how fast its database takes bare transactions. */
export const throughput: Bench = {
  title: 'events a second from three systems’ POSTs to everything settled, beside bare transactions',
  async run(context) {
    const estate = makeEstate(blocks);
    const news = makeNews(estate.homes, warmUps + items, makeRandom(20));
    const bench = await startBenchHub(context, estate);
    try {
      await play(bench, news.slice(0, warmUps));
      const bare = processorTimeOf(bench);
      const before = await rawRate(bench.table('StorageRecords'), 'before');
      const bareTime = total(Object.values(bare())) / bareTransactions;
      const run = await play(bench, news.slice(warmUps));
      const after = await rawRate(bench.table('StorageRecords'), 'after');
      report(run, [before, after], bareTime);
    } finally {
      await bench.stop();
    }
  },
};

/** What was done, and how many seconds after the first POST it was all answered, recorded and settled. */
interface Run extends Counts {
  events: number;
  delivered: number;
  answered: number;
  recorded: number;
  settled: number;
  processor: ProcessorTime;
}

async function play(bench: BenchHub, news: readonly NewsItem[]): Promise<Run> {
  const { hub, receivers, post, table } = bench;
  const earlier = { ...(await countsOf(table('StorageRecords'))), delivered: receivers.arrivals.length };
  const processor = processorTimeOf(bench);
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;
  const systems = [...new Set(news.map(({ system }) => system))];
  const events = total(await Promise.all(systems.map(system => postAll(post, system, news))));
  const answered = seconds();
  await untilRecorded(hub);
  const recorded = seconds();
  await bench.settled();
  const settled = seconds();
  const spent = processor();
  const { touches, commits } = await countsOf(table('StorageRecords'));
  return {
    ...{ events, answered, recorded, settled, processor: spent },
    touches: touches - earlier.touches,
    commits: commits - earlier.commits,
    delivered: receivers.arrivals.length - earlier.delivered,
  };
}

/** One system at its own pace: the next POST when the last is answered. */
async function postAll(post: Post, system: NewsItem['system'], news: readonly NewsItem[]): Promise<number> {
  const own = news.filter(each => each.system === system).map(({ item }) => item);
  let events = 0;
  for (let sent = 0; sent < own.length; sent += itemsAPost) {
    events += await post(system, own.slice(sent, sent + itemsAPost));
  }
  return events;
}

/** Waits until both queues of the records are empty: everything is in the records then. */
async function untilRecorded(hub: BenchHub['hub']): Promise<void> {
  const client = new SQSClient(hub.awsConfig('sqs'));
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  for (const queue of ['RecordsConsumerEventsQueue', 'RecordsBulkEventsQueue']) {
    const ask = new GetQueueAttributesCommand({
      QueueUrl: hub.queueUrl(queue),
      AttributeNames: [...names],
    });
    for (let waiting = 1; waiting > 0; ) {
      const { Attributes = {} } = await client.send(ask);
      waiting = total(names.map(name => Number(Attributes[name])));
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  client.destroy();
}

function report(run: Run, bare: readonly number[], bareTime: number): void {
  const row = (name: string, count: number, seconds: number): Row => [
    ...[name, count / seconds, (count / seconds / total(bare)) * bare.length],
  ];
  const rates: Row[] = [
    row('events answered', run.events, run.answered),
    row('events recorded', run.events, run.recorded),
    row('versions of records', run.commits, run.recorded),
    row('deliveries', run.delivered, run.settled),
    row('events settled', run.events, run.settled),
    ['bare transactions, before and after', total(bare) / bare.length, 1],
  ];
  const all = total(Object.values(run.processor));
  const shares = Object.entries(run.processor).map(
    ([who, spent]): Row => [who, spent / run.events, `${Math.round((spent / all) * 100)} %`],
  );
  shares.push(['beside it: a bare transaction, with its client', bareTime, '']);
  const tables: [readonly string[], readonly Row[]][] = [
    [['', 'a second', 'to bare'], rates],
    [['processor time', 'ms an event', 'share'], shares],
  ];
  for (const table of tables) printTable(...table);
  renewMarked(readme, 'throughput', () => tables.map(table => markdownTable(...table)).join('\n\n'));
}
