import { readFileSync } from 'node:fs';
import type { BenchHub } from './bench-hub.ts';
import { total } from './statistics.ts';

/** Milliseconds of processor time, by who took them. */
export type ProcessorTime = Readonly<Record<string, number>>;

const database = 'DynamoDB Local';
const others = 'other functions';
/** Linux counts in hundredths of a second. */
const tick = 10;
const functions = { receive: /Receive/, record: /RecordsRecord/, deliver: /Deliver/ };

/** Starts to count: what each has taken from now on until it is asked. */
export function processorTimeOf(bench: BenchHub): () => ProcessorTime {
  const before = taken(bench);
  return () =>
    Object.fromEntries(Object.entries(taken(bench)).map(([who, now]) => [who, now - (before[who] ?? 0)]));
}

function taken({ hub, databasePid }: BenchHub): ProcessorTime {
  const spent = [...hub.processorMs()];
  const sum = (who: string, of: (name: string) => boolean) => {
    const those = spent.filter(([name]) => of(name));
    if (those.length === 0) throw new Error(`No function of the hub is called as ${who} is`);
    return total(those.map(([, milliseconds]) => milliseconds));
  };
  const named = Object.entries(functions).map(([who, pattern]) => [
    who,
    sum(who, each => pattern.test(each)),
  ]);
  const { user, system } = process.cpuUsage();
  const own = Object.fromEntries([
    ...named,
    [others, sum(others, each => !Object.values(functions).some(pattern => pattern.test(each)))],
  ]);
  return {
    [database]: ofProcess(databasePid),
    ...own,
    'all else: queues, bus, senders, receivers': (user + system) / 1000 - total(Object.values(own)),
  };
}

/** @see proc(5): the 14th and 15th field, of which the second may hold blanks */
function ofProcess(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tick;
}
