import * as z from 'zod';
import type { Json, JsonObject } from '../json.ts';
import { ACCOUNT, REGION } from '../place.ts';
import { ServiceError } from '../service-error.ts';

/** EventBridge takes ten entries and 1 MiB in one call. */
const ENTRY_LIMIT = 10;
const BYTE_LIMIT = 1024 * 1024;
/** What a timestamp counts for in an entry's size, whatever its form. */
const TIME_BYTES = 14;

const entrySchema = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  Time: z.number().optional(),
});

/** An entry of a PutEvents request. */
export type Entry = z.infer<typeof entrySchema>;

/** An event of one of AWS's own services, which go to the account's own bus. */
export interface AwsEvent {
  readonly source: `aws.${string}`;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

/** What becomes of an entry: an event on a bus, or the error the caller is told. */
export type Accepted =
  | { readonly kind: 'event'; readonly bus: string; readonly event: JsonObject & { readonly id: string } }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}

/**
 * Checks a PutEvents request as a whole.
 *
 * @param request the request's body
 * @throws {ServiceError} when there are no entries, more than ten or more than 1 MiB
 */
export function readEntries(request: unknown): Entry[] {
  const parsed = z.object({ Entries: z.array(entrySchema) }).safeParse(request);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const entries = parsed.data.Entries;
  if (entries.length === 0 || entries.length > ENTRY_LIMIT) {
    throw invalid(
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${ENTRY_LIMIT}`,
    );
  }
  const bytes = entries.reduce((total, entry) => total + entrySize(entry), 0);
  if (bytes > BYTE_LIMIT) throw invalid('Total size of the entries in the request is over the limit.');
  return entries;
}

/**
 * Decides about one entry.
 *
 * @param entry as the caller sent it
 * @param buses names of the buses there are
 * @param id id of the event to be
 * @param now the hub's time, for an entry that has none
 */
export function acceptEntry(entry: Entry, buses: readonly string[], id: string, now: Date): Accepted {
  const missing = (['Source', 'DetailType', 'Detail'] as const).find(field => !entry[field]);
  if (missing !== undefined) {
    return refuse(
      'InvalidArgument',
      `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`,
    );
  }
  const { Source = '', DetailType = '', Detail = '', EventBusName = 'default', Resources = [], Time } = entry;
  const bus = EventBusName.split('/').at(-1) ?? '';
  if (!buses.includes(bus)) return refuse('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
  if (Source.startsWith('aws.')) {
    return refuse('NotAuthorizedForSourceException', `Not authorized for the source ${Source}.`);
  }
  const detail = parseDetail(Detail);
  if (detail === undefined) return refuse('MalformedDetail', 'Detail is malformed.');
  const time = Time === undefined ? now : new Date(Time * 1000);
  const event = busEvent({ source: Source, detailType: DetailType, resources: Resources, detail }, id, time);
  return { kind: 'event', bus, event };
}

/**
 * Builds an event as rules and their targets see it.
 *
 * @param said what it says
 * @param id its id
 * @param time when
 */
export function busEvent(
  said: Omit<AwsEvent, 'source'> & { readonly source: string },
  id: string,
  time: Date,
): JsonObject & { readonly id: string } {
  return {
    version: '0',
    id,
    'detail-type': said.detailType,
    source: said.source,
    account: ACCOUNT,
    time: `${time.toISOString().slice(0, 19)}Z`,
    region: REGION,
    resources: [...said.resources],
    detail: said.detail,
  };
}

function refuse(code: string, message: string): Accepted {
  return { kind: 'refused', code, message };
}

function parseDetail(text: string): JsonObject | undefined {
  try {
    const detail: Json = JSON.parse(text);
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail)
      ? (detail as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

function entrySize({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: Entry): number {
  const text = [Source, DetailType, Detail, ...Resources].reduce(
    (total, part) => total + Buffer.byteLength(part),
    0,
  );
  return text + (Time === undefined ? 0 : TIME_BYTES);
}
