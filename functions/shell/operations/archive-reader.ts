import {
  DeleteRuleCommand,
  type EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { isSystemEvent, readEventMessage } from '../event-message.ts';
import type { Replay, ReplayEnd } from './replay.ts';

/** What to read: everything, or what touches one subject. */
export interface ArchiveQuery {
  /** Names the replay, and the rule and queue that last as long as it does; never used before. */
  name: string;
  from: Instant;
  to: Instant;
  subject?: Subject | undefined;
}

/** Reads what the systems ever said out of the archive; in no order, and some of it more than once. */
export type ReadArchive = (
  query: ArchiveQuery,
  onEvents: (events: readonly SystemEvent[]) => Promise<void>,
) => Promise<ReplayEnd>;

interface Deps {
  events: EventBridgeClient;
  queues: SQSClient;
  busName: string;
  busArn: string;
  replay: Replay;
  /** How often the queue must be found empty after the replay: what was sent last may still be on its way. */
  emptyReceives: number;
}

/**
 * Makes the reader of the archive. EventBridge gives an archive back only by replaying it to a rule: for as long as it
 * takes there is a rule of this replay's own, which no other event matches, and a queue behind it.
 */
export function makeReadArchive(deps: Deps): ReadArchive {
  const { events, queues, busName, busArn, replay, emptyReceives } = deps;
  return async ({ name, from, to, subject }, onEvents) => {
    const EventBusName = busName;
    const { QueueUrl } = await queues.send(createQueue(name, busArn, busName));
    try {
      const EventPattern = JSON.stringify(patternOf(name, subject));
      const { RuleArn = '' } = await events.send(
        new PutRuleCommand({ Name: name, EventBusName, EventPattern }),
      );
      const Targets = [{ Id: 'queue', Arn: arnOf('sqs', busArn, name) }];
      await events.send(new PutTargetsCommand({ Rule: name, EventBusName, Targets }));
      const ended = Promise.withResolvers<void>();
      const how = { ended: ended.promise, emptyReceives, onEvents };
      const [end, ...drained] = await Promise.allSettled([
        replay({ name, from, to, ruleArn: RuleArn }).finally(ended.resolve),
        ...Array.from({ length: readers }, () => drain(queues, QueueUrl ?? '', how)),
      ]);
      for (const part of drained) if (part.status === 'rejected') throw part.reason;
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    } finally {
      await events.send(new RemoveTargetsCommand({ Rule: name, EventBusName, Ids: ['queue'] }));
      await events.send(new DeleteRuleCommand({ Name: name, EventBusName }));
      await queues.send(new DeleteQueueCommand({ QueueUrl }));
    }
  };
}

/** How many receive from the queue side by side. */
const readers = 4;

function patternOf(name: string, subject: Subject | undefined) {
  return {
    source: [{ prefix: systemSourcePrefix }],
    'replay-name': [name],
    ...(subject !== undefined && { detail: { data: { subjects: { subject: [subject] } } } }),
  };
}

/** Encrypted, for a day at most, and open to this one rule. */
function createQueue(name: string, busArn: string, busName: string): CreateQueueCommand {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arnOf('sqs', busArn, name),
    Condition: { ArnEquals: { 'aws:SourceArn': arnOf('events', busArn, `rule/${busName}/${name}`) } },
  };
  return new CreateQueueCommand({
    QueueName: name,
    Attributes: {
      SqsManagedSseEnabled: 'true',
      MessageRetentionPeriod: String(24 * 60 * 60),
      Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    },
  });
}

/** The ARN of a resource beside the bus: in its partition, region and account. */
function arnOf(service: string, busArn: string, resource: string): string {
  const [, partition, , region, account] = busArn.split(':');
  return ['arn', partition, service, region, account, resource].join(':');
}

async function drain(
  client: SQSClient,
  QueueUrl: string,
  how: {
    ended: Promise<void>;
    emptyReceives: number;
    onEvents: (events: readonly SystemEvent[]) => Promise<void>;
  },
): Promise<void> {
  let isOver = false;
  void how.ended.then(() => {
    isOver = true;
  });
  for (let empty = 0; empty < how.emptyReceives; ) {
    const wasOver = isOver;
    const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
    const { Messages = [] } = await client.send(receive);
    if (Messages.length === 0) {
      if (wasOver) empty += 1;
      continue;
    }
    empty = 0;
    const read = Messages.map(({ Body = '' }) => readEventMessage(Body));
    await how.onEvents(read.flatMap(one => (one.ok && isSystemEvent(one.event) ? [one.event] : [])));
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
}
