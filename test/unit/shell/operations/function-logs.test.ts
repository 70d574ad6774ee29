import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { logLines } from '../../../../functions/shell/log-lines.ts';
import { makeFindFailure } from '../../../../functions/shell/operations/function-logs.ts';

const aws = mockClient(CloudWatchLogsClient);
afterAll(() => aws.restore());
beforeEach(() => aws.reset());
const line = ({ code }: { code: string }, error?: string) =>
  JSON.stringify({ code, service: 'record', message: 'as it was worded then', error });
const find = makeFindFailure(new CloudWatchLogsClient());

it('finds the latest warning or error that names one of the ids', async () => {
  aws.on(FilterLogEventsCommand, { logGroupName: 'a', filterPattern: '?"m-1" ?"e-1"' }).resolves({
    events: [
      { timestamp: 3, message: line(logLines.commitFailed, 'ZodError') },
      { timestamp: 4, message: line(logLines.itemsReceived) },
      { timestamp: 5, message: 'START RequestId' },
      { timestamp: 6, message: line({ code: 'no-line-of-the-registry' }) },
    ],
  });
  aws.on(FilterLogEventsCommand, { logGroupName: 'b' }).resolves({
    events: [{ timestamp: 2, message: line(logLines.messageFailed) }],
  });
  expect(await find(['a', 'b'], ['m-1', 'e-1'])).toEqual({
    service: 'record',
    message: logLines.commitFailed.message,
    error: 'ZodError',
  });
});

it('finds nothing where nothing was logged, or there is no log', async () => {
  aws.on(FilterLogEventsCommand).resolves({});
  expect(await find(['a'], ['m-1'])).toBeUndefined();
  expect(await find([], ['m-1'])).toBeUndefined();
});
