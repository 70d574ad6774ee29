import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import type { EmulatorApp } from '../s3/buckets.ts';
import { ServiceError } from '../service-error.ts';
import { moveTasks } from './move-tasks.ts';
import type { Queues } from './queues.ts';

const jsonType = 'application/x-amz-json-1.0';

const visibilitySchema = z.object({
  QueueUrl: z.string(),
  ReceiptHandle: z.string(),
  VisibilityTimeout: z.number(),
});

/**
 * Adds to the emulator's SQS what it lacks: moving dead letters back, addresses of queues that lead to it, and messages
 * that are deferred by the hub's time.
 *
 * @param app the emulator, before it listens
 * @param queues finds the queues, once it does
 */
export function completeSqs(app: EmulatorApp, queues: () => Queues): void {
  const tasks = moveTasks(queues);
  const actionIn = (headers: IncomingHttpHeaders): string =>
    String(headers['x-amz-target'] ?? '').replace('AmazonSQS.', '');
  app.addHook('preHandler', async ({ headers, body }, reply) => {
    if (actionIn(headers) === 'ChangeMessageVisibility') noteDeferral(queues(), body);
    const answer = await tasks(actionIn(headers), body)?.catch(asRefusal);
    if (answer === undefined) return;
    return reply
      .code('__type' in answer ? 400 : 200)
      .type(jsonType)
      .send(JSON.stringify(answer));
  });
  app.addHook('onSend', ({ headers }, _reply, payload, done) => {
    const isAddress = ['CreateQueue', 'GetQueueUrl'].includes(actionIn(headers));
    done(null, isAddress && typeof payload === 'string' ? resolvable(payload, queues().endpoint) : payload);
  });
}

/** The runner itself changes visibilities in batches: one alone is a function's. */
function noteDeferral({ deferrals }: Queues, request: unknown): void {
  const { QueueUrl, ReceiptHandle, VisibilityTimeout } = visibilitySchema.parse(request);
  deferrals.note(QueueUrl.split('/').at(-1) ?? '', ReceiptHandle, VisibilityTimeout);
}

/** The emulator makes up a host of its own for every region, which only its own resolver knows. */
function resolvable(answer: string, endpoint: string): string {
  return answer.replace(/http:\/\/sqs\.[^"/]+/, endpoint);
}

function asRefusal(error: unknown): object {
  if (!(error instanceof ServiceError)) throw error;
  return { __type: `com.amazonaws.sqs#${error.code}`, message: error.message };
}
