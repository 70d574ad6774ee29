import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { clientOptions } from './options.ts';

/** The client of the functions' logs. */
export function cloudWatchLogsClient(): CloudWatchLogsClient {
  return new CloudWatchLogsClient(clientOptions);
}
