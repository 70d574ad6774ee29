import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { makeFindFailure } from '../../../../functions/shell/operations/function-logs.ts';

const aws = mockClient(CloudWatchLogsClient);
beforeEach(() => aws.reset());
const line = (level: string, message: string, error?: string) =>
  JSON.stringify({ level, service: 'record', message, error });
const find = makeFindFailure(new CloudWatchLogsClient());

it('finds the latest warning or error that names one of the ids', async () => {
  aws.on(FilterLogEventsCommand, { logGroupName: 'a', filterPattern: '?"m-1" ?"e-1"' }).resolves({
    events: [
      { timestamp: 3, message: line('WARN', 'A commit failed', 'ZodError') },
      { timestamp: 4, message: line('INFO', 'Received') },
      { timestamp: 5, message: 'START RequestId' },
    ],
  });
  aws.on(FilterLogEventsCommand, { logGroupName: 'b' }).resolves({
    events: [{ timestamp: 2, message: line('ERROR', 'A message failed') }],
  });
  expect(await find(['a', 'b'], ['m-1', 'e-1'])).toEqual({
    service: 'record',
    message: 'A commit failed',
    error: 'ZodError',
  });
});

it('finds nothing where nothing was logged, or there is no log', async () => {
  aws.on(FilterLogEventsCommand).resolves({});
  expect(await find(['a'], ['m-1'])).toBeUndefined();
  expect(await find([], ['m-1'])).toBeUndefined();
});
