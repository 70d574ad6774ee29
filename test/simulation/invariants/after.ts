import { movedObjectKey } from '../../../functions/shell/moved-objects.ts';
import { unpack } from '../../../functions/shell/packing/pack.ts';
import { isOfSubject, subjectIn } from '../../../functions/shell/tables/records/keys.ts';
import { inClear } from '../../../functions/shell/tables/records/packed.ts';
import { rowsApart } from '../../../functions/shell/tables/records/rows-in-record.ts';
import { streamRow } from '../../../functions/shell/tables/stream-row.ts';
import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import { hubSource } from '../../../schemas/envelope.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { SimulatedHub } from '../make-world.ts';
import type { Input } from '../story/input.ts';
import type { Json, LogLine } from '../world/process.ts';
import { toldFromScratch } from './from-scratch.ts';

/** All that there is to look at once a world has come to rest. */
export interface After {
  readonly hub: SimulatedHub;
  /** What was done outside of it. */
  readonly inputs: readonly Input[];
  /** Whether it came to rest, the first time and after operators did what alarms ask for. */
  readonly isQuiet: boolean;
  /** Whether a rebuild of every record found each the same byte for byte. */
  readonly isRebuiltTheSame: boolean;
  /** What the hub's own measurement of drift said before operators had anything sent again, and at the end. */
  readonly driftBefore: readonly LogLine[];
  readonly driftAfter: readonly LogLine[];
  /** What it said once operators had everything sent again that systems lacked; in half of the worlds nobody does. */
  readonly driftResent: readonly LogLine[] | undefined;
  readonly records: readonly Json[];
  readonly deliveries: readonly Json[];
  readonly quarantine: readonly Json[];
  readonly files: readonly Json[];
  readonly audit: readonly Json[];
  /** Every flag that lives. */
  readonly flags: readonly Flag[];
  /** What systems and officers said that is in timelines: each with the subject that keeps it. */
  readonly timeline: readonly { readonly pk: string; readonly sk: string; readonly event: SystemEvent }[];
  /** What has left the table: by the object, and by where it was. */
  readonly moved: readonly {
    readonly key: string;
    readonly pk: string;
    readonly sk: string;
    readonly event: SystemEvent;
  }[];
  /** Every timeline as it is told, page by page, the latest first: where each event lies. */
  readonly told: readonly string[];
  /** What commits announced of flags, subject by subject in the order of their versions. */
  readonly committed: readonly HubFlagEvent[];
  /** What systems would show if they were told of every flag from scratch, in canonical JSON. */
  readonly fromScratch: ReadonlyMap<string, string>;
  /** Whether a fault of this kind struck. */
  struck(kind: string): boolean;
}

/** Everything in a table in clear, as the hub reads it: rows that lie in a record at their own keys. */
function itemsOf({ world }: SimulatedHub, TableName: string): Json[] {
  const { body } = world.dynamodb.serve('Scan', { TableName }) as Json;
  if (body.LastEvaluatedKey !== undefined) throw new Error(`${TableName} does not fit one page`);
  return rowsApart(body.Items.map((item: Json) => inClear(streamRow(item))));
}

/** Looks at a world that has come to rest. */
export async function lookAt(
  hub: SimulatedHub,
  found: Pick<
    After,
    'inputs' | 'isQuiet' | 'isRebuiltTheSame' | 'told' | 'driftBefore' | 'driftResent' | 'driftAfter'
  >,
): Promise<After> {
  const records = itemsOf(hub, 'Records');
  const flags = records.flatMap(({ sk, flags: own }) =>
    sk === 'RECORD' ? Object.values<Flag>(own ?? {}) : [],
  );
  const moved = movedOf(hub, records);
  const rows = records.flatMap(({ pk, sk, event }) =>
    String(sk).startsWith('EVENT#') ? [{ pk, sk, event }] : [],
  );
  const kinds = new Set(hub.world.weather.struck.map(({ kind }) => kind));
  return {
    ...found,
    ...{ hub, records },
    deliveries: itemsOf(hub, 'Deliveries'),
    quarantine: itemsOf(hub, 'Quarantine').filter(({ sk }) => String(sk).startsWith('ITEM#')),
    files: itemsOf(hub, 'Files'),
    audit: itemsOf(hub, 'Audit'),
    flags,
    fromScratch: await toldFromScratch({ flags }),
    moved,
    timeline: [
      ...new Map([...moved, ...rows].map(({ pk, sk, event }) => [`${pk} ${sk}`, { pk, sk, event }])).values(),
    ],
    committed: committedIn(records),
    struck: kind => kinds.has(kind),
  };
}

/** What lies in the bucket of history, with the partition that it was in. */
function movedOf({ world }: SimulatedHub, records: readonly Json[]): After['moved'] {
  const partitions = new Map(
    records.filter(isOfSubject).map(({ pk }) => [movedObjectKey(subjectIn({ pk }), ''), pk as string]),
  );
  return [...world.history.objects].flatMap(([key, content]) => {
    const pk = partitions.get(key.slice(0, key.lastIndexOf('/') + 1)) ?? key;
    return (unpack(content) as Json[]).map(({ sk, event }) => ({ key, pk, sk, event }));
  });
}

function committedIn(records: readonly Json[]): HubFlagEvent[] {
  const events: (HubFlagEvent | SystemEvent)[] = records.flatMap(({ announces, entry }) =>
    announces === undefined ? [] : entry.events,
  );
  const own = events.filter((event): event is HubFlagEvent => event.source === hubSource);
  return [...new Map(own.map(event => [event.id, event])).values()];
}
