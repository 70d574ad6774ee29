import { type CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod';
import { type Failed, logLines } from '../log-lines.ts';

/** What a function logged of a failure. */
export interface LoggedFailure {
  service: string;
  message: string;
  /** The kind of error; its own message may hold a payload and is not logged. */
  error?: string | undefined;
}

/** Searches what functions logged of a message: the latest warning or error that names one of its ids. */
export type FindFailure = (
  logGroups: readonly string[],
  ids: readonly string[],
) => Promise<LoggedFailure | undefined>;

/** The warnings and errors of the registry, by code. */
const failures = new Map(
  Object.values(logLines)
    .filter(({ level }) => level !== 'info')
    .map(({ code, message }) => [code, message]),
);

/** A line as the functions' logger writes it. */
const lineSchema = z.object({
  code: z.string(),
  service: z.string(),
  error: z.string().optional(),
} satisfies Record<'code' | 'service' | keyof Failed, z.ZodType>);

/** Makes the search. A line that names none of the ids, or only informs, is no answer. */
export function makeFindFailure(client: CloudWatchLogsClient): FindFailure {
  return async (logGroups, ids) => {
    const filterPattern = ids.map(id => `?"${id}"`).join(' ');
    const found: (LoggedFailure & { at: number })[] = [];
    for (const logGroupName of logGroups) {
      const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
      for (const { message: text = '', timestamp: at = 0 } of events) {
        const failure = failureIn(text);
        if (failure !== undefined) found.push({ ...failure, at });
      }
    }
    const latest = found.sort((a, b) => a.at - b.at).at(-1);
    return latest && { service: latest.service, message: latest.message, error: latest.error };
  };
}

function failureIn(text: string): LoggedFailure | undefined {
  const { data: line } = lineSchema.safeParse(jsonOf(text));
  if (line === undefined) return undefined;
  const message = failures.get(line.code);
  return message === undefined ? undefined : { service: line.service, message, error: line.error };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
