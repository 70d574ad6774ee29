import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Bench } from './bench.ts';
import { type BenchHub, startBenchHub } from './support/bench-hub.ts';
import { type Counts, countsOf } from './support/committed.ts';
import { makeEstate } from './support/estate.ts';
import { makeNews, type NewsItem } from './support/news.ts';
import type { Post } from './support/post.ts';
import { figure, printTable } from './support/print.ts';
import { makeRandom } from './support/random.ts';
import { rawRates } from './support/raw-transactions.ts';
import { total } from './support/statistics.ts';

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
      const before = await rawRates(bench.table('StorageRecords'), 'before');
      const run = await play(bench, news.slice(warmUps));
      const after = await rawRates(bench.table('StorageRecords'), 'after');
      report(run, before.perSecond, after.perSecond);
      console.log(
        `  ${blocks * 10} homes, ${itemsAPost} items a POST; bare: ${before.items} items, ${figure(before.bytes / 1024)} KB, 16 at once;`,
        `processor without the database: ${figure((run.processor / run.events) * 1000)} ms an event`,
      );
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
  /** Processor seconds of this process: the runner and every function's environments. */
  processor: number;
}

async function play(bench: BenchHub, news: readonly NewsItem[]): Promise<Run> {
  const { hub, receivers, post, table } = bench;
  const earlier = { ...(await countsOf(table('StorageRecords'))), delivered: receivers.arrivals.length };
  const processor = process.cpuUsage();
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;
  const systems = [...new Set(news.map(({ system }) => system))];
  const events = total(await Promise.all(systems.map(system => postAll(post, system, news))));
  const answered = seconds();
  await untilRecorded(hub);
  const recorded = seconds();
  await bench.settled();
  const settled = seconds();
  const { user, system } = process.cpuUsage(processor);
  const { touches, commits } = await countsOf(table('StorageRecords'));
  return {
    ...{ events, answered, recorded, settled, processor: (user + system) / 1e6 },
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

function report(run: Run, bareBefore: number, bareAfter: number): void {
  const bare = (bareBefore + bareAfter) / 2;
  const row = (name: string, count: number, seconds: number) => [
    ...[name, count, seconds, count / seconds, count / seconds / bare],
  ];
  printTable(
    ['', 'count', 'seconds', 'a second', 'to bare tx'],
    [
      row('events answered', run.events, run.answered),
      row('events recorded', run.events, run.recorded),
      row('transactions committed', run.commits, run.recorded),
      row('events at a subject', run.touches, run.recorded),
      row('messages delivered', run.delivered, run.settled),
      row('events settled', run.events, run.settled),
      ['bare transactions before', '', '', bareBefore, ''],
      ['bare transactions after', '', '', bareAfter, ''],
    ],
  );
}
