import { type CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod';

/** What a function said went wrong. */
export interface LoggedFailure {
  service: string;
  message: string;
  /** The kind of error; what it says may hold a payload and is not logged. */
  error?: string | undefined;
}

/** Finds what functions said of a message: the latest warning or error that names one of its ids. */
export type FindFailure = (
  logGroups: readonly string[],
  ids: readonly string[],
) => Promise<LoggedFailure | undefined>;

/** A line as the functions' logger writes it. */
const lineSchema = z.object({
  level: z.enum(['WARN', 'ERROR', 'CRITICAL']),
  service: z.string(),
  message: z.string(),
  error: z.string().optional(),
});

/** Makes the finder. A line that names none of the ids, or only informs, is no answer. */
export function makeFindFailure(client: CloudWatchLogsClient): FindFailure {
  return async (logGroups, ids) => {
    const filterPattern = ids.map(id => `?"${id}"`).join(' ');
    const found: (LoggedFailure & { at: number })[] = [];
    for (const logGroupName of logGroups) {
      const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
      for (const { message = '', timestamp = 0 } of events) {
        const line = lineSchema.safeParse(jsonOf(message)).data;
        if (line !== undefined) found.push({ ...line, at: timestamp });
      }
    }
    const latest = found.sort((a, b) => a.at - b.at).at(-1);
    return latest && { service: latest.service, message: latest.message, error: latest.error };
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
