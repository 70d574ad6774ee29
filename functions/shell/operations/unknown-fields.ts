import { type CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import { readJson } from '../http/json.ts';
import { logLines } from '../log-lines.ts';

/** A field that a system sends and nobody reads. */
export interface UnknownField {
  system: string;
  /** The event that its item became, or the extract whose heading it is. */
  kind: string;
  path: string;
  /** In how many log lines it was named: one for each batch of items. */
  lines: number;
  firstSeen: Instant;
  lastSeen: Instant;
}

const lineSchema = z.object({
  code: z.literal(logLines.unknownFields.code),
  system: z.string(),
  kind: z.string(),
  paths: z.array(z.string()),
});

/** Makes the search of the intake functions' logs, which go back as far as logs are kept. */
export function makeFindUnknownFields(client: CloudWatchLogsClient) {
  return async (logGroups: readonly string[]): Promise<UnknownField[]> => {
    const found = new Map<string, UnknownField>();
    for (const logGroupName of logGroups) {
      const search = { logGroupName, filterPattern: `?"${logLines.unknownFields.code}"` };
      for await (const { events = [] } of paginateFilterLogEvents({ client }, search))
        for (const { message = '', timestamp = 0 } of events) addLine(found, message, instantOf(timestamp));
    }
    return [...found.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  };
}

function addLine(found: Map<string, UnknownField>, text: string, at: Instant): void {
  const json = readJson(text);
  const { data: line } = lineSchema.safeParse(json.ok ? json.value : undefined);
  for (const path of line?.paths ?? []) {
    const field = { system: line?.system ?? '', kind: line?.kind ?? '', path };
    const before = found.get(nameOf(field)) ?? { ...field, lines: 0, firstSeen: at, lastSeen: at };
    found.set(nameOf(field), {
      ...before,
      lines: before.lines + 1,
      firstSeen: before.firstSeen < at ? before.firstSeen : at,
      lastSeen: before.lastSeen > at ? before.lastSeen : at,
    });
  }
}

function nameOf({ system, kind, path }: Pick<UnknownField, 'system' | 'kind' | 'path'>): string {
  return JSON.stringify([system, kind, path]);
}
