import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { FunctionPlan } from '../plan/functions.ts';
import { ServiceError } from '../service-error.ts';
import type { FunctionLogs } from './logs.ts';

/** Searches what functions wrote, as CloudWatch Logs does. */
export interface LogSearch {
  /** @throws {ServiceError} when no function writes to that log group */
  filterLogEvents(request: unknown): JsonObject;
}

const schema = z.strictObject({ logGroupName: z.string(), filterPattern: z.string() });

/**
 * Plays FilterLogEvents for patterns of quoted terms of which one is enough: `?"one" ?"other"`.
 *
 * @param functions whose log groups there are
 * @param logs what they wrote
 */
export function searchLogs(functions: readonly FunctionPlan[], logs: FunctionLogs): LogSearch {
  return {
    filterLogEvents(request) {
      const { logGroupName, filterPattern } = schema.parse(request);
      const names = functions.filter(({ logGroup }) => logGroup === logGroupName).map(({ name }) => name);
      if (names.length === 0) {
        throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
      }
      const terms = termsOf(filterPattern);
      const events = logs
        .lines()
        .filter(({ functionName }) => names.includes(functionName))
        .filter(({ line }) => terms.some(term => line.includes(term)))
        .map(({ line }, index) => ({ eventId: String(index), timestamp: timeOf(line), message: line }));
      return { events, searchedLogStreams: [] };
    },
  };
}

function termsOf(pattern: string): string[] {
  if (!/^(\?"[^"]+"\s*)+$/.test(pattern)) {
    throw new ServiceError(
      'InvalidParameterException',
      `the local runner does not play the pattern ${pattern}`,
    );
  }
  return [...pattern.matchAll(/"([^"]+)"/g)].map(([, term = '']) => term);
}

/** When a line in JSON says that it was written; other lines are as old as can be. */
function timeOf(line: string): number {
  const [, written = ''] = /"timestamp":"([^"]+)"/.exec(line) ?? [];
  return Date.parse(written) || 0;
}
