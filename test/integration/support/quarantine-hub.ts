import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { dynamoDbCalls, openStream } from '@infra/local/dynamodb';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { inject } from 'vitest';
import { adapter } from '../../../functions/adapters/repairs/adapter.ts';
import { makeQuarantine, type QuarantineDeps } from '../../../functions/intake/quarantine/quarantine.ts';
import { makeReceiveQueue } from '../../../functions/intake/receive/receive-queue.ts';
import { makeCommit } from '../../../functions/records/commit/commit.ts';
import { makeRecord } from '../../../functions/records/record/record.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { makeCrossReferences } from '../../../functions/shell/tables/directory/cross-references.ts';
import { makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import { makeNumbers } from '../../../functions/shell/tables/directory/numbers.ts';
import { makeWorkOrderHomes } from '../../../functions/shell/tables/directory/work-order-homes.ts';
import { makeQuarantineReader } from '../../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../../../functions/shell/tables/quarantine/quarantine-resolver.ts';
import { makeKeep } from '../../../functions/shell/tables/quarantine/quarantine-store.ts';
import { makeQuarantineWaiting } from '../../../functions/shell/tables/quarantine/quarantine-waiting.ts';
import { makeRecordsStore } from '../../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../../functions/shell/tables/records/subject-reader.ts';
import { makeWholeTimeline } from '../../../functions/shell/tables/records/whole-timeline.ts';
import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { ticketMessage } from '../../support/ticket-message.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import { importInto, larchHouseExtract } from './larch-house.ts';
import { contents, newTable } from './tables.ts';

/** Where a process ends: at which of its calls to the outside, before the call or after it. */
export interface Kill {
  call: number;
  when: 'before' | 'after';
}
type Message = Pick<SQSRecord, 'messageId' | 'body' | 'messageAttributes'>;

/** Repairs' way into the hub and through its quarantine, on real tables with real streams; queues and bus are lists. */
export async function openQuarantineHub(kill?: Kill) {
  const [records, directory, quarantine] = await Promise.all([
    newTable('events', { stream: true }),
    newTable(),
    newTable('quarantine', { stream: true }),
  ]);
  await importInto(directory, larchHouseExtract);
  let clock = Date.parse('2025-06-20T10:00:00Z');
  const now = () => {
    clock += 1000;
    return instantOf(clock);
  };
  const queue: Message[] = [];
  const announced: LintelEvent[] = [];
  const sent: string[] = [];
  const resubmitted: Message[] = [];
  const keep = makeKeep(quarantine);
  const toRecord: LintelEvent[] = [];
  const take = (list: LintelEvent[]) => (events: readonly LintelEvent[]) => {
    list.push(...events);
    return Promise.resolve([]);
  };
  const receive = makeReceiveQueue({
    ...{ adapter, directory: makeDirectory(directory), publish: take(toRecord), keep, now },
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    items: makeQuarantineReader(quarantine),
  });
  const record = makeRecord({
    commit: makeCommit({ store: makeRecordsStore(records), keep, now, pause: () => Promise.resolve() }),
    ...{ announceAtOnce: () => Promise.resolve(), keep, now },
  });
  const unsendable = new Set<string>();
  const deps: QuarantineDeps = {
    items: makeQuarantineReader(quarantine),
    waiting: makeQuarantineWaiting(quarantine),
    resolver: makeQuarantineResolver(quarantine),
    crossReferences: makeCrossReferences(directory),
    directory: makeDirectory(directory),
    workOrderHomes: makeWorkOrderHomes(directory),
    numbers: makeNumbers(directory),
    records: makeSubjectReader(records),
    timelineOf: makeWholeTimeline(records),
    keep,
    systems: ['repairs'],
    publish: take(announced),
    now,
    resubmit(ticket) {
      if (unsendable.has(ticket.quarantineId)) return Promise.reject(new Error('no queue takes it'));
      sent.push(ticket.quarantineId);
      const message = messageOf(ticketMessage(ticket));
      resubmitted.push(message);
      queue.push(message);
      return Promise.resolve();
    },
  };
  const streams = await Promise.all([quarantine, records].map(streamOf));

  const process = mortal(deps, kill);
  const handler = makeQuarantine(process.deps);

  /** Reads the streams until nothing new comes. After a death, another process is given the same batch again. */
  async function follow(): Promise<void> {
    for (;;) {
      const batches = await Promise.all(streams.map(next => next()));
      const Records = batches.flat().filter(isFollowed);
      if (Records.length === 0) return;
      let answer = await handler({ Records });
      if (process.rises()) answer = await handler({ Records });
      if (answer?.batchItemFailures.length !== 0) throw new Error('a change could not be followed');
    }
  }

  return {
    ...{ announced, sent, deps, keep, records, follow },
    /** Items of which no queue takes the ticket. */
    unsendable,
    /** The streams give up what they have. */
    forget: async () => void (await Promise.all(streams.map(next => next()))),
    /** The clock goes off. */
    tick: () => handler({ source: 'aws.events' }),
    wait(seconds: number) {
      clock += seconds * 1000;
    },
    /** How often the function called something outside itself. */
    calls: process.calls,
    /** What the system puts into its queue, worked off to the end. */
    async send(...items: object[]): Promise<void> {
      queue.push(...items.map(item => messageOf(JSON.stringify(item))));
      await this.work();
    },
    /** A message by which something was sent on from quarantine comes once more. */
    async again(index: number): Promise<void> {
      queue.push(...resubmitted.slice(index, index + 1));
      await this.work();
    },
    /** Works off the inbound queue and then what went on the bus. */
    async work(): Promise<void> {
      while (queue.length > 0) {
        const Records = queue.splice(0) as SQSRecord[];
        await receive({ Records });
        const details = toRecord.splice(0).map((detail, index) => ({
          messageId: `r-${index}`,
          body: JSON.stringify({ detail }),
        }));
        const { batchItemFailures } = await record({ Records: details as SQSRecord[] });
        if (batchItemFailures.length > 0) throw new Error('an event could not be recorded');
      }
    },
    items: async () =>
      (await contents(quarantine)).filter(({ state }) => state !== undefined) as unknown as Item[],
    /** The rows by which what waits is found, as `WAITS#<key>`. */
    waits: async () =>
      (await contents(quarantine)).map(({ sk }) => String(sk)).filter(sk => sk.startsWith('WAITS#')),
    timeline: async () =>
      (await contents(records)).filter(({ sk }) => String(sk).startsWith('EVENT#')).map(({ type }) => type),
  };
}

interface Item {
  id: string;
  state: string;
  reason: string;
  key?: string;
  expiresAt?: number;
  resolutions: { by: object }[];
  receivedAt: never;
  system: string;
}

function messageOf(body: string): Message {
  return { messageId: 'm', body, messageAttributes: {} };
}

async function streamOf({ client, tableName }: Table): Promise<() => Promise<DynamoDBRecord[]>> {
  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const reader = openStream(dynamoDbCalls(inject('dynamoDbEndpoint')), table?.LatestStreamArn ?? '');
  return async () => (await reader.next()) as unknown as DynamoDBRecord[];
}

/** As the template's filters. */
function isFollowed({ eventName, dynamodb }: DynamoDBRecord): boolean {
  const { state, type } = dynamodb?.NewImage ?? {};
  if (['waiting', 'resolved'].includes(state?.S ?? '')) return true;
  const opens = ['housing.repair.raised.v1', 'housing.complaint.received.v1'].includes(type?.S ?? '');
  return eventName === 'INSERT' && dynamodb?.Keys?.['sk']?.S?.startsWith('EVENT#') === true && opens;
}

/** The function's means in a process that ends at one of its calls, and calls nothing more until it rises again. */
function mortal({ systems, now, ...means }: QuarantineDeps, kill: Kill | undefined) {
  let calls = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new Error('the process was killed');
  };
  const guarded =
    (call: (...given: never[]) => unknown) =>
    async (...given: never[]) => {
      if (isDead) die();
      calls += 1;
      const isLast = calls === kill?.call;
      if (isLast && kill.when === 'before') die();
      const answer = await call(...given);
      return isLast ? die() : answer;
    };
  const guardAll = (some: object): object =>
    Object.fromEntries(
      Object.entries(some).map(([name, one]) => [
        name,
        typeof one === 'function' ? guarded(one) : guardAll(one),
      ]),
    );
  return {
    deps: { systems, now, ...guardAll(means) } as QuarantineDeps,
    calls: () => calls,
    rises() {
      const wasDead = isDead;
      isDead = false;
      return wasDead;
    },
  };
}
