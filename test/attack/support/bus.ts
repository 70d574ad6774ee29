import { randomUUID } from 'node:crypto';
import type { SystemManifest } from '../../../functions/adapters/contract.ts';
import { ticketType } from '../../../functions/shell/ticket.ts';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { hubSource, systemSourcePrefix } from '../../../schemas/envelope.ts';
import { flagVisibility } from '../../../schemas/flags.ts';
import type { Queue } from './queue.ts';
import type { Answer, Json } from './wire.ts';

/** An entry as PutEvents takes it. */
export interface Entry {
  Source: string;
  DetailType: string;
  Detail: string;
  Resources?: readonly string[];
}
interface Rule {
  queue: Pick<Queue, 'send'>;
  matches(entry: Entry): boolean;
}

/** A bus: what it took goes to the queue of every rule that fits, at once. */
export interface Bus {
  /** Everything that the hub announced, as often as it was put. */
  readonly announced: readonly HubFlagEvent[];
  put(entry: Entry): { EventId: string };
  /** PutEvents: ten entries and 1 MB a request, all entries together; a request beyond that is refused whole. */
  putEvents(body: { Entries: Entry[] }): Answer;
}

const maximumEntries = 10;
const maximumRequestBytes = 1024 * 1024;

/** The bus with the rules of the hub: what systems say is for the record, what the hub says is for whom it may concern, a ticket for the system whose item it names. */
export function makeBus(
  recordQueue: Pick<Queue, 'send'>,
  outbound: ReadonlyMap<SystemManifest, Pick<Queue, 'send'>>,
  inbound: ReadonlyMap<SystemManifest, Pick<Queue, 'send'>>,
): Bus {
  const announced: HubFlagEvent[] = [];
  const rules: Rule[] = [
    { queue: recordQueue, matches: ({ Source }) => Source.startsWith(systemSourcePrefix) },
    ...[...outbound].map(([manifest, queue]) => ({ queue, matches: entitledTo(manifest) })),
    ...[...inbound].map(([manifest, queue]) => ({ queue, matches: ticketsOf(manifest) })),
  ];
  const put = (entry: Entry) => {
    if (entry.Source === hubSource && entry.DetailType !== ticketType)
      announced.push(JSON.parse(entry.Detail) as HubFlagEvent);
    const EventId = randomUUID();
    const message = {
      version: '0',
      id: EventId,
      source: entry.Source,
      'detail-type': entry.DetailType,
      resources: entry.Resources ?? [],
    };
    const text = JSON.stringify(message).slice(0, -1);
    for (const { queue, matches } of rules) {
      if (matches(entry)) queue.send(`${text},"detail":${entry.Detail}}`);
    }
    return { EventId };
  };
  return {
    announced,
    put,
    putEvents({ Entries }) {
      const bytes = Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (Entries.length > maximumEntries || bytes > maximumRequestBytes) return tooMuch;
      return { status: 200, body: { FailedEntryCount: 0, Entries: Entries.map(put) } };
    },
  };
}

const tooMuch: Answer = {
  status: 400,
  body: {
    __type: 'ValidationException',
    message: 'Total size of the entries in the request is over the limit.',
  },
};

function entitledTo({ team }: SystemManifest): Rule['matches'] {
  return ({ Source, Detail }) => {
    if (Source !== hubSource) return false;
    const { data }: Json = JSON.parse(Detail);
    return data?.flag !== undefined && flagVisibility(data.flag.code, team) !== 'none';
  };
}

function ticketsOf({ system }: SystemManifest): Rule['matches'] {
  return ({ DetailType, Detail }) => DetailType === ticketType && JSON.parse(Detail).system === system;
}

/** As AWS says to calculate it. */
function sizeOf({ Source, DetailType, Detail }: Entry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);
}
