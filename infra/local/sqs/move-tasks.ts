import * as z from 'zod';
import { localArn } from '../place.ts';
import { ServiceError } from '../service-error.ts';
import type { Queues, ReceivedMessage } from './queues.ts';

/** Answers an SQS action that the emulator lacks, or `undefined` when it has it. */
export type MoveTasks = (action: string, request: unknown) => Promise<object> | undefined;

const sourcesSchema = z.object({ QueueUrl: z.string() });
const startSchema = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });
const tasksSchema = z.object({ SourceArn: z.string() });

/**
 * Makes the actions ListDeadLetterSourceQueues, StartMessageMoveTask and ListMessageMoveTasks. A task is done when its
 * start is answered; SQS takes its time. They throw a {@link ServiceError} where SQS refuses.
 *
 * @param queues the emulator's queues
 */
export function moveTasks(queues: () => Queues): MoveTasks {
  const tasks = new Map<string, object>();

  async function start(request: z.infer<typeof startSchema>): Promise<object> {
    const { SourceArn, DestinationArn } = request;
    const [source] = await sourcesOf(queues(), SourceArn);
    if (source === undefined) {
      const message = 'Source queue must be configured as a Dead Letter Queue.';
      throw new ServiceError('InvalidParameterValueException', message);
    }
    const moved = await moveAll(queues(), nameOf(SourceArn), nameOf(DestinationArn ?? source));
    tasks.set(SourceArn, {
      ...request,
      Status: 'COMPLETED',
      ApproximateNumberOfMessagesMoved: moved,
      ApproximateNumberOfMessagesToMove: moved,
      StartedTimestamp: Date.now(),
    });
    return { TaskHandle: Buffer.from(SourceArn).toString('base64') };
  }

  return (action, request) => {
    switch (action) {
      case 'ListDeadLetterSourceQueues':
        return listSources(queues(), sourcesSchema.parse(request).QueueUrl);
      case 'StartMessageMoveTask':
        return start(startSchema.parse(request));
      case 'ListMessageMoveTasks': {
        const task = tasks.get(tasksSchema.parse(request).SourceArn);
        return Promise.resolve({ Results: task === undefined ? [] : [task] });
      }
      default:
        return undefined;
    }
  };
}

async function listSources(queues: Queues, deadLetterUrl: string): Promise<object> {
  const arns = await sourcesOf(queues, localArn('sqs', nameOf(deadLetterUrl)));
  return { queueUrls: arns.map(arn => queues.url(nameOf(arn))) };
}

/** The ARNs of the queues that move what failed to this one. */
async function sourcesOf(queues: Queues, deadLetterArn: string): Promise<string[]> {
  const names = [...(await queues.depths()).keys()];
  const sources = names.map(async name => {
    const request = { AttributeNames: ['RedrivePolicy'] };
    const { Attributes } = await queues.call<{ Attributes?: { RedrivePolicy?: string } }>(
      'GetQueueAttributes',
      name,
      request,
    );
    const { deadLetterTargetArn } = JSON.parse(Attributes?.RedrivePolicy ?? '{}');
    return deadLetterTargetArn === deadLetterArn ? [localArn('sqs', name)] : [];
  });
  return (await Promise.all(sources)).flat();
}

/** What is moved is a new message with the same body and attributes, as with SQS. */
async function moveAll(queues: Queues, from: string, to: string): Promise<number> {
  for (let moved = 0; ; ) {
    const { Messages = [] } = await queues.call<{ Messages?: ReceivedMessage[] }>('ReceiveMessage', from, {
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    });
    if (Messages.length === 0) return moved;
    for (const { Body, MessageAttributes = {}, ReceiptHandle } of Messages) {
      await queues.call('SendMessage', to, { MessageBody: Body, MessageAttributes });
      await queues.call('DeleteMessage', from, { ReceiptHandle });
      moved += 1;
    }
  }
}

/** A queue's name is the last part of its ARN and of its address. */
function nameOf(arnOrUrl: string): string {
  return arnOrUrl.split(/[:/]/).at(-1) ?? '';
}
