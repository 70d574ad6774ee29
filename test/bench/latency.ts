import { systems } from '../../functions/adapters/connected.ts';
import { hubSource } from '../../schemas/envelope.ts';
import type { Bench } from './bench.ts';
import { type BenchHub, startBenchHub } from './support/bench-hub.ts';
import { type Home, makeEstate } from './support/estate.ts';
import { leakRowOf } from './support/news/leak-rows.ts';
import { afterTheNews } from './support/news.ts';
import { printTable } from './support/print.ts';
import { median, quantile } from './support/statistics.ts';

const blocks = 10;
const warmUps = 10;
/** `active-leak` is open to every team. */
const entitled = systems;

/** How long after one team has reported a leak every team's system knows. */
export const latency: Bench = {
  title: 'from one system’s POST of a leak to every entitled system’s flag, one at a time on the local hub',
  async run(context) {
    const estate = makeEstate(blocks);
    const bench = await startBenchHub(context, estate);
    try {
      for (const home of estate.homes.slice(0, warmUps)) await follow(bench, home);
      const hops: Hops[] = [];
      for (const home of estate.homes.slice(warmUps)) hops.push(await follow(bench, home));
      const names = Object.keys(hops[0] ?? {});
      printTable(
        ['milliseconds after the POST', 'median', 'p99'],
        names.map(name => {
          const times = hops.map(hop => hop[name] ?? Number.NaN);
          return [name, median(times), quantile(times, 0.99)];
        }),
      );
    } finally {
      await bench.stop();
    }
  },
};

type Hops = Record<string, number>;

/** Reports the first leak of a home and waits until all systems were told. */
async function follow({ hub, receivers, post }: BenchHub, home: Home): Promise<Hops> {
  const posted = hub.now().getTime();
  const from = performance.now();
  const { 'Suspected source': _, ...row } = leakRowOf({ home, turn: 0, at: afterTheNews });
  await post('leaks', [row]);
  const answered = performance.now() - from;
  const arrivalsOf = () => receivers.arrivals.filter(({ body }) => body.includes(home.uprn));
  while (arrivalsOf().length < entitled.length) await receivers.next();
  const arrived = new Map(arrivalsOf().map(({ system, at }) => [system, at - from]));
  const { heard, folded } = momentsOf(hub, home);
  return {
    'receive hears it': heard - posted,
    'the system has its 202': answered,
    'record folds it': folded - posted,
    ...Object.fromEntries(
      entitled.map(system => [`${system} has the flag`, arrived.get(system) ?? Number.NaN]),
    ),
    'the last system has the flag': Math.max(...arrived.values()),
  };
}

/** When `receive` and `record` had the leak in hand, by what they wrote into the envelopes. */
function momentsOf(hub: BenchHub['hub'], { uprn }: Home): { heard: number; folded: number } {
  const envelopes = hub.archive().map(({ detail }) => detail as Record<string, string>);
  const ofHome = envelopes.filter(({ subject }) => subject === `property/${uprn}`);
  const said = (bySource: (source: string) => boolean) =>
    Date.parse(ofHome.find(({ source = '' }) => bySource(source))?.['recordedtime'] ?? '');
  return { heard: said(source => source !== hubSource), folded: said(source => source === hubSource) };
}
