import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { recordKey } from '../../functions/shell/tables/records/keys.ts';
import { propertySubject } from '../../schemas/reference.ts';
import type { Bench } from './bench.ts';
import { type BenchHub, startBenchHub } from './support/bench-hub.ts';
import { type Home, makeEstate } from './support/estate.ts';
import { inLanes } from './support/lanes.ts';
import { movesIn } from './support/news/alerts.ts';
import { afterTheNews, makeNews } from './support/news.ts';
import { printTable, type Row } from './support/print.ts';
import { makeRandom } from './support/random.ts';
import { median, quantile, timed } from './support/statistics.ts';

const events = 500;
const rounds = 6;
const readsARound = 50;

/** How long an officer waits, beside the one read of the database that no answer can do without. */
export const reads: Bench = {
  title: `looking up a home with ${events} events on the local hub, beside a bare GetItem`,
  async run(context) {
    const estate = makeEstate(1);
    const [home] = estate.homes;
    if (home === undefined) return;
    const bench = await startBenchHub(context, estate);
    try {
      await tell(bench, home);
      const all = await reading(bench, home);
      const rows: Row[] = [];
      for (const atOnce of [1, 8]) rows.push(...(await measure(all, atOnce)));
      printTable(['', 'at once', 'median ms', 'p99 ms', 'a second', 'to GetItem'], rows);
    } finally {
      await bench.stop();
    }
  },
};

/** Somebody lives there, and five hundred things happened. */
async function tell({ settled, post }: BenchHub, home: Home): Promise<void> {
  await post('tenancy', movesIn(home, afterTheNews));
  const news = Map.groupBy(makeNews([home], events, makeRandom(5)), ({ system }) => system);
  await Promise.all(
    [...news].map(([system, items]) =>
      post(
        system,
        items.map(({ item }) => item),
      ),
    ),
  );
  await settled();
}

type Read = () => Promise<unknown>;

async function reading({ hub, table }: BenchHub, home: Home): Promise<Record<string, Read>> {
  const token = await hub.mintUserToken({
    subject: 'officer',
    claims: { role: 'manager' },
    scope: 'lintel/read',
  });
  const { client, tableName } = table('StorageRecords');
  const get = (suffix: string) => async () => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${hub.apiUrl}/v1/properties/${home.uprn}${suffix}`, { headers });
    const body = await response.text();
    if (response.status !== 200) throw new Error(`Answered ${response.status}: ${body}`);
  };
  const Key = recordKey(propertySubject(home.uprn));
  return {
    'bare GetItem of the record': () => client.send(new GetCommand({ TableName: tableName, Key })),
    'GET /v1/properties/{uprn}': get(''),
    'GET …/timeline (50 entries)': get('/timeline'),
    'GET …/flags': get('/flags'),
  };
}

/** Every kind of read in turn, round by round; the first round only warms up. */
async function measure(all: Record<string, Read>, atOnce: number): Promise<Row[]> {
  const kinds = Object.entries(all).map(([name, read]) => ({ name, read, each: [] as number[], wall: 0 }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of kinds) {
      const each: number[] = [];
      const pieces = Array.from({ length: readsARound }, () => kind.read);
      const wall = await timed(() => inLanes(pieces, atOnce, async read => each.push(await timed(read))));
      if (round === 0) continue;
      kind.each.push(...each);
      kind.wall += wall;
    }
  }
  const bare = median(kinds[0]?.each ?? []);
  return kinds.map(({ name, each, wall }) => {
    const middle = median(each);
    return [name, atOnce, middle, quantile(each, 0.99), (each.length / wall) * 1000, middle / bare];
  });
}
