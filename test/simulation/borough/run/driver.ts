import type { Context, DynamoDBRecord, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { MemoryDynamoDb } from '../../dynamodb/memory-dynamodb.ts';
import { minute } from '../world/time.ts';
import type { Clock } from './clock.ts';
import { type functionsFor, queueNames, tables } from './functions.ts';
import type { Queue } from './queue.ts';

interface Around {
  clock: Clock;
  functions: ReturnType<typeof functionsFor>;
  record: Queue;
  queues: ReadonlyMap<string, Queue>;
  memory: MemoryDynamoDb;
}
/** What calls the functions: queues, streams and the clock. */
export interface Driver {
  /** Does everything that is to be done now. */
  drain(): Promise<void>;
  /** Lets time pass, and everything be done that it brings. */
  advance(to: number): Promise<void>;
}

const context = { getRemainingTimeInMillis: () => 30_000 } as Context;
const openings = [
  'housing.repair.raised.v1',
  'housing.complaint.received.v1',
  'housing.disrepair.claim-received.v1',
];

/** Makes the driver: one thing after the other, the same in every run. */
export function makeDriver({ clock, functions, record, queues, memory }: Around): Driver {
  const due = new Map<string, string | undefined>();
  const positions = { [tables.RECORDS_TABLE]: 0, [tables.QUARANTINE_TABLE]: 0 };
  let watchedAt = 0;

  async function work(queue: Queue | undefined, handle: (event: SQSEvent) => unknown): Promise<boolean> {
    const Records = queue?.take() ?? [];
    if (Records.length === 0) return false;
    clock.work();
    queue?.settle(Records, (await handle({ Records })) as SQSBatchResponse);
    return true;
  }

  async function follow(table: string): Promise<boolean> {
    const from = positions[table] ?? 0;
    const records = memory.stream(table)?.read(from, 100) ?? [];
    positions[table] = from + records.length;
    for (const one of records) noteDue(due, one);
    const outbox = records.filter(isOutbox);
    if (outbox.length > 0) await settled(functions.relay({ Records: outbox }));
    const followed = records.filter(isFollowed);
    if (followed.length > 0) await settled(functions.quarantine({ Records: followed }));
    return records.length > 0;
  }

  async function step(): Promise<boolean> {
    let busy = await work(record, functions.record);
    for (const table of Object.keys(positions)) busy = (await follow(table)) || busy;
    for (const [system, receive] of functions.receive)
      busy = (await work(queues.get(queueNames.inbound(system)), receive)) || busy;
    for (const [system, deliver] of functions.deliver) {
      const handle = (event: SQSEvent) => deliver(event, context);
      busy = (await work(queues.get(queueNames.outbound(system)), handle)) || busy;
    }
    return busy;
  }

  async function drain(): Promise<void> {
    while (await step());
  }

  function nextWatch(): number {
    const [first] = [...due.values()].filter(at => at !== undefined).sort();
    if (first === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(Math.ceil(Date.parse(first) / minute) * minute, watchedAt + minute);
  }

  return {
    drain,
    async advance(to) {
      for (;;) {
        const watch = nextWatch();
        const at = Math.min(watch, record.nextAt, ...[...queues.values()].map(({ nextAt }) => nextAt));
        if (at > to) break;
        clock.goTo(at);
        if (at === watch) {
          watchedAt = at;
          await functions.watch();
        }
        await drain();
      }
      clock.goTo(to);
    },
  };
}

/** When time alone changes a record next. */
function noteDue(due: Map<string, string | undefined>, { dynamodb }: DynamoDBRecord): void {
  const { pk, sk } = dynamodb?.Keys ?? {};
  if (sk?.S === 'RECORD') due.set(pk?.S ?? '', dynamodb?.NewImage?.['nextDueAt']?.S);
}

function isOutbox({ dynamodb }: DynamoDBRecord): boolean {
  return dynamodb?.NewImage?.['announces'] !== undefined;
}

/** As the template's filters: what waits or was resolved, and openings that come into a timeline. */
function isFollowed({ eventName, dynamodb }: DynamoDBRecord): boolean {
  const { state, type } = dynamodb?.NewImage ?? {};
  if (['waiting', 'resolved'].includes(state?.S ?? '')) return true;
  const isEvent = dynamodb?.Keys?.['sk']?.S?.startsWith('EVENT#') === true;
  return eventName === 'INSERT' && isEvent && openings.includes(type?.S ?? '');
}

async function settled(answer: Promise<SQSBatchResponse | undefined>): Promise<void> {
  const failures = (await answer)?.batchItemFailures ?? [];
  if (failures.length > 0) throw new Error('A stream came to a stop where nothing disturbs it');
}
