import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { HubError } from '../../shell/errors.ts';
import { handleInGroups } from '../../shell/queue-batch.ts';
import type { FilesDeps } from './deps.ts';
import { fileIdOf } from './object-keys.ts';
import { processFile } from './process-file.ts';

/** What S3 says on the bus when an object was created, and what a file is enqueued with again. */
const messageSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** The message that has a file worked on (again), in the form in which S3 announces it. */
export function messageFor(key: string): string {
  return JSON.stringify({ detail: { object: { key } } } satisfies z.input<typeof messageSchema>);
}

/** A stride of rows has to end well before the function's own time does. */
const leastMilliseconds = 90_000;

/** Makes the handler of a system's queue of files. */
export function makeWorkQueue(deps: FilesDeps) {
  return (
    { Records }: SQSEvent,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<SQSBatchResponse> => {
    const remaining = () => context.getRemainingTimeInMillis();
    return handleInGroups(
      Records.map(record => ({ record })),
      () => 'in order',
      ({ record: { messageId, body } }) =>
        processFile(
          fileIn(body, deps),
          { messageId, seconds: remaining() / 1000, hasTime: () => remaining() > leastMilliseconds },
          deps,
        ),
    );
  };
}

function fileIn(body: string, { adapter }: FilesDeps): string {
  const message = messageSchema.safeParse(JSON.parse(body));
  const fileId = message.data && fileIdOf(message.data.detail.object.key, adapter.manifest.system);
  if (fileId !== undefined) return fileId;
  throw new HubError('A message in the queue of files names no file of this system', { retryable: false });
}
