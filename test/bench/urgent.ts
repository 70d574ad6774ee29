import path from 'node:path';
import { adapters } from '../../functions/adapters/registry.ts';
import { isHubFlagEvent } from '../../functions/shell/event-message.ts';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { listeningToLogs } from '../simulation/world/logs.ts';
import { renewMarked } from '../support/marked.ts';
import type { Bench } from './bench.ts';
import { type Home, makeEstate } from './support/estate.ts';
import { jobMessageOf } from './support/news/job-messages.ts';
import { leakRowOf } from './support/news/leak-rows.ts';
import { figure } from './support/print.ts';
import { simulatedEstate } from './support/simulated-estate.ts';
import { median, quantile } from './support/statistics.ts';

/** Those that are pushed to: the others fetch when they like. */
const systems = adapters.flatMap(({ manifest }) =>
  manifest.delivery === 'webhook' ? [manifest.system as string] : [],
);

const readme = path.join(import.meta.dirname, 'README.md');
const blocks = 100;
const apart = 50;
const leaks = 100;
/** Lists of this length are bulk; the same rows in lists of the other are taken for single news. */
const lengths = { list: 1_000, single: 50 } as const;

/** How long single news takes while bulk loads. All time is the world's: the machine's load does not matter. */
export const urgent: Bench = {
  title: 'from a leak’s POST to its flag in the last system that is pushed to, while rows load; simulated',
  async run({ long }) {
    const rows = long ? 100_000 : 5_000;
    const runs: [string, Measured][] = [
      ['nothing else', await listeningToLogs(() => measure(0, 'list'))],
      [`${rows.toLocaleString('en-GB')} rows, as bulk`, await listeningToLogs(() => measure(rows, 'list'))],
      ['the same rows, by one queue with it', await listeningToLogs(() => measure(rows, 'single'))],
    ];
    renewMarked(readme, 'urgent', () => table(runs));
    console.log(table(runs));
  },
};

interface Measured {
  /** Milliseconds from the POST to the last system. */
  told: number[];
  /** By how many milliseconds what was announced at once was on the bus before the relay's. */
  ahead: number[];
}

async function measure(rows: number, as: keyof typeof lengths): Promise<Measured> {
  const { homes } = makeEstate(blocks);
  const hub = await simulatedEstate({ homes, extract: '', find: () => ({ found: 'none' }) });
  const at = new Date(hub.now - 86_400_000);
  const messages = Array.from({ length: rows }, (_, index) =>
    jobMessageOf({ home: homeAt(homes, index), turn: 5 * Math.floor(index / homes.length), at }),
  );
  for (let sent = 0; sent < rows; sent += lengths[as])
    hub.send('repairs', messages.slice(sent, sent + lengths[as]));
  const posted = new Map<string, number>();
  for (let turn = 0; turn < leaks; turn += 1) {
    await hub.advance(hub.now + apart);
    const home = homeAt(homes, turn * 7);
    const { 'Suspected source': _, ...row } = leakRowOf({ home, turn: 0, at });
    posted.set(home.uprn, hub.now);
    hub.send('leaks', [row]);
  }
  const { told } = hub.world;
  /** When each system first heard of a home. */
  const toldOf = (uprn: string) => {
    const about = told.filter(({ body }) => JSON.stringify(body).includes(uprn));
    return systems.flatMap(system => about.find(one => one.system === system)?.at ?? []);
  };
  for (const uprn of posted.keys())
    while (toldOf(uprn).length < systems.length) await hub.advance(hub.now + 1_000);
  return {
    told: [...posted].map(([uprn, from]) => Math.max(...toldOf(uprn)) - from),
    ahead: aheadOf(hub.world.bus.archive.filter(({ detail }) => isHubFlagEvent(detail))),
  };
}

function homeAt(homes: readonly Home[], index: number): Home {
  const home = homes[index % homes.length];
  if (home === undefined) throw new Error('the estate has no homes');
  return home;
}

/** By how much the first of two announcements with one id came before the second. */
function aheadOf(announced: readonly { detail: HubFlagEvent; time: string }[]): number[] {
  const byId = Map.groupBy(announced, ({ detail }) => detail.id);
  return [...byId.values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [Date.parse(second.time) - Date.parse(first.time)],
  );
}

function table(runs: readonly [string, Measured][]): string {
  const rows = runs.map(([name, { told, ahead }]) =>
    [name, median(told), quantile(told, 0.99), median(ahead)].map(one =>
      typeof one === 'number' ? figure(one) : one,
    ),
  );
  return [
    '| beside it | median, ms | 99 in 100, ms | sooner on the bus than by the stream, ms |',
    '| --- | --: | --: | --: |',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
