import type { SQSMessageAttributes, SQSRecord } from 'aws-lambda';
import type { OutboundMessage } from '../../../functions/adapters/contract.ts';
import { adapter as leaks } from '../../../functions/adapters/leaks/adapter.ts';
import { makeDeliver } from '../../../functions/delivery/deliver/deliver.ts';
import type { Send } from '../../../functions/delivery/deliver/send.ts';
import { markOf, type Priority } from '../../../functions/shell/priority.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import {
  type Deliveries,
  makeDeliveries,
} from '../../../functions/shell/tables/deliveries/deliveries-store.ts';
import { type Directory, makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import type { HubEvent } from '../../../schemas/catalogue.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { instant } from '../../support/events.ts';
import { importInto, larchHouseExtract } from './larch-house.ts';
import { newTable } from './tables.ts';

type Deps = Omit<Parameters<typeof makeDeliver>[0], 'sending'> & { send: Send };

/** The delivery of the leaks team's flags on DynamoDB Local, with its queue and its receiver in memory. */
export interface DeliveryDesk {
  table: Table;
  deliveries: Deliveries;
  directory: Directory;
  sent: { message: OutboundMessage; event: HubEvent }[];
  retriedLater: { id: string; seconds: number }[];
  deadLettered: { id: string; reason: string }[];
  /** Takes every message. */
  takes: Send;
  /** Delivers events as one batch; @returns the messages that are to come again. */
  deliver(
    events: readonly unknown[],
    changes?: Partial<Deps>,
    circumstances?: Circumstances,
  ): Promise<string[]>;
}

/** What the queue says of every message, and how long the invocation may still last. */
interface Circumstances {
  attributes?: object;
  messageAttributes?: SQSMessageAttributes;
  priority?: Priority;
  millisecondsLeft?: number;
}

/** When every batch is delivered, unless told otherwise. */
export const deskTime: Instant = instant('2025-06-02T07:42:00Z');

/** Opens a desk with the homes of Larch House and an empty table of deliveries. */
export async function openDeliveryDesk(): Promise<DeliveryDesk> {
  const [directory, table] = await Promise.all([newTable(), newTable()]);
  await importInto(directory, larchHouseExtract);
  const deliveries = makeDeliveries({ ...table, system: leaks.manifest.system });
  const [sent, retriedLater, deadLettered]: [
    DeliveryDesk['sent'],
    DeliveryDesk['retriedLater'],
    DeliveryDesk['deadLettered'],
  ] = [[], [], []];
  const takes: Send = (message, event) => {
    sent.push({ message, event });
    return Promise.resolve({ kind: 'taken', acknowledged: true });
  };
  let tokens = 0;
  const homes = makeDirectory(directory);
  const deps: Deps = {
    adapter: leaks,
    deliveries,
    directory: homes,
    send: takes,
    handBack: {
      retryLater: ({ messageId: id }, seconds) => Promise.resolve(void retriedLater.push({ id, seconds })),
      deadLetter: ({ messageId: id }, reason) => Promise.resolve(void deadLettered.push({ id, reason })),
    },
    now: () => deskTime,
    newToken() {
      tokens += 1;
      return `token ${tokens}`;
    },
    random: () => 0.5,
    catchUp: () => Promise.reject(new Error('this desk has no records to compare with')),
  };
  return {
    ...{ table, deliveries, directory: homes, sent, retriedLater, deadLettered, takes },
    async deliver(
      events,
      changes = {},
      { attributes = {}, messageAttributes = {}, priority = 'single', millisecondsLeft = 30_000 } = {},
    ) {
      const { send, ...others } = { ...deps, ...changes };
      const handler = makeDeliver({ ...others, sending: () => send });
      const Records = events.map((detail, index) =>
        recordOf(detail, `m-${index}`, { attributes, messageAttributes, priority }),
      );
      const answer = await handler({ Records }, { getRemainingTimeInMillis: () => millisecondsLeft });
      return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
  };
}

function recordOf(
  detail: unknown,
  messageId: string,
  { attributes, messageAttributes, priority = 'single' }: Omit<Circumstances, 'millisecondsLeft'>,
): SQSRecord {
  return {
    messageId,
    body: JSON.stringify({ detail, resources: [markOf(priority)] }),
    attributes: {
      SentTimestamp: String(Date.parse(deskTime)),
      ApproximateReceiveCount: '1',
      ...attributes,
    },
    messageAttributes,
  } as SQSRecord;
}
