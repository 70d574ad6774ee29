import { inClear } from '../../../functions/shell/tables/records/packed.ts';
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
  readonly timeline: readonly { readonly pk: string; readonly event: SystemEvent }[];
  /** What commits announced of flags, subject by subject in the order of their versions. */
  readonly committed: readonly HubFlagEvent[];
  /** What systems would show if they were told of every flag from scratch, in canonical JSON. */
  readonly fromScratch: ReadonlyMap<string, string>;
  /** Whether a fault of this kind struck. */
  struck(kind: string): boolean;
}

/** Everything in a table in clear, as the hub reads it. */
function itemsOf({ world }: SimulatedHub, TableName: string): Json[] {
  const { body } = world.dynamodb.serve('Scan', { TableName }) as Json;
  if (body.LastEvaluatedKey !== undefined) throw new Error(`${TableName} does not fit one page`);
  return body.Items.map((item: Json) => inClear(streamRow(item)));
}

/** Looks at a world that has come to rest. */
export async function lookAt(
  hub: SimulatedHub,
  found: Pick<
    After,
    'inputs' | 'isQuiet' | 'isRebuiltTheSame' | 'driftBefore' | 'driftResent' | 'driftAfter'
  >,
): Promise<After> {
  const records = itemsOf(hub, 'Records');
  const flags = records.flatMap(({ sk, flags: own }) =>
    sk === 'RECORD' ? Object.values<Flag>(own ?? {}) : [],
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
    timeline: records.flatMap(({ pk, sk, event }) =>
      String(sk).startsWith('EVENT#') ? [{ pk, event }] : [],
    ),
    committed: committedIn(records),
    struck: kind => kinds.has(kind),
  };
}

function committedIn(records: readonly Json[]): HubFlagEvent[] {
  const events: (HubFlagEvent | SystemEvent)[] = records.flatMap(({ announces, entry }) =>
    announces === undefined ? [] : entry.events,
  );
  const own = events.filter((event): event is HubFlagEvent => event.source === hubSource);
  return [...new Map(own.map(event => [event.id, event])).values()];
}
