import canonicalize from 'canonicalize';
import { receiptKey } from '../../../functions/shell/tables/deliveries/keys.ts';
import type { HubFlagEvent, LintelEvent } from '../../../schemas/catalogue.ts';
import { hubSource } from '../../../schemas/envelope.ts';
import { isInForce } from '../../../schemas/flag-life.ts';
import { type Flag, flagVisibility } from '../../../schemas/flags.ts';
import { contents } from '../../integration/support/tables.ts';
import { driftIn } from './drift.ts';
import type { Hub } from './hub.ts';
import type { Json } from './wire.ts';

/** What the hub promises of itself, whatever was done to it. Gives each breach in words; none is what is wanted. */
export async function brokenPromises(hub: Hub, expectedDeadLetters = 0): Promise<string[]> {
  const [records, deliveries] = await Promise.all([contents(hub.records), contents(hub.deliveries)]);
  const receipts = deliveries.filter(({ sk }) => String(sk).startsWith('FLAG#'));
  const committed = records
    .filter(({ pk, sk, announces }) => announces && !hub.stream.givenUp.includes(`${sk} ${pk}`))
    .flatMap(({ entry }) => (entry as { events: LintelEvent[] }).events)
    .filter(isFromTheHub);
  return [
    ...nothingLeft(hub, expectedDeadLetters),
    ...countedOnce(records),
    ...announcedAsCommitted(hub, committed),
    ...versionsRise(committed),
    ...standsAsAnnounced(records, committed),
    ...toldTheLatest(hub, committed, receipts),
    ...(await driftIn(hub, records, deliveries)),
  ];
}

/** What officers decide goes out with what follows of it; only the latter is the hub's own word. */
function isFromTheHub(event: LintelEvent): event is HubFlagEvent {
  return event.source === hubSource;
}

function nothingLeft({ queues, stream }: Hub, expectedDeadLetters: number): string[] {
  const dead = queues.reduce((sum, { deadLetters }) => sum + deadLetters.length, 0);
  return [
    ...queues
      .filter(({ waiting }) => waiting > 0)
      .map(({ name, waiting }) => `${waiting} messages are left in ${name}`),
    ...(dead === expectedDeadLetters ? [] : [`${dead} dead letters instead of ${expectedDeadLetters}`]),
    ...stream.givenUp.map(row => `the outbox row ${row} was given up`),
  ];
}

/** Every event in a subject's timeline that no other corrects is in its record's count once, and no other is. */
function countedOnce(records: readonly Json[]): string[] {
  return records
    .filter(({ sk }) => sk === 'RECORD')
    .flatMap(({ pk, record }) => {
      const events = records.flatMap(item => (item.pk === pk && item.event ? [item.event] : []));
      const corrected = new Set(events.flatMap(({ corrects }) => corrects ?? []));
      const entries = events.filter(
        ({ id, entryid }) => !corrected.has(entryid) && !corrected.has(id),
      ).length;
      return record.totals.events === entries
        ? []
        : [`${pk} counts ${record.totals.events} of ${entries} events`];
    });
}

/** The bus carries each committed announcement, at least once and always the same, and nothing that was not committed. */
function announcedAsCommitted({ bus }: Hub, committed: readonly HubFlagEvent[]): string[] {
  const byId = new Map(committed.map(event => [event.id, canonicalize(event)]));
  const carried = new Set(bus.announced.map(({ id }) => id));
  return [
    ...committed
      .filter(({ id }) => !carried.has(id))
      .map(({ id }) => `${id} was committed and never announced`),
    ...bus.announced
      .filter(event => byId.get(event.id) !== canonicalize(event))
      .map(({ id }) => `${id} was announced and not committed so`),
  ];
}

function byFlag(committed: readonly HubFlagEvent[]): HubFlagEvent[][] {
  const flags = Map.groupBy(committed, ({ data }) => data.flag.id);
  return [...flags.values()].map(events =>
    events.toSorted((a, b) => a.data.flag.version - b.data.flag.version),
  );
}

/** A flag is raised, changes, is cleared, and may then be raised again, each time under a higher version. */
function versionsRise(committed: readonly HubFlagEvent[]): string[] {
  return byFlag(committed).flatMap(events =>
    events.flatMap(({ type, data: { flag } }, index) => {
      const before = events[index - 1];
      const standing = before !== undefined && before.type !== 'housing.flag.cleared.v1';
      const fits = (type === 'housing.flag.raised.v1') !== standing;
      const rises = flag.version > (before?.data.flag.version ?? 0);
      return fits && rises
        ? []
        : [`${flag.id} ${type} ${flag.version} follows ${before?.type} ${before?.data.flag.version}`];
    }),
  );
}

/** The flags beside a record are those last announced and not cleared. */
function standsAsAnnounced(records: readonly Json[], committed: readonly HubFlagEvent[]): string[] {
  const latest = byFlag(committed).flatMap(events => events.slice(-1));
  const standing = latest
    .filter(({ type }) => type !== 'housing.flag.cleared.v1')
    .map(({ data: { flag } }) => `${flag.id} ${flag.version}`);
  const stored = records
    .flatMap(({ flags }) => Object.values<Json>(flags ?? {}))
    .filter(flag => isInForce(flag as Flag))
    .map(flag => `${flag.id} ${flag.version}`);
  return standing.sort().join('\n') === stored.sort().join('\n')
    ? []
    : [`stored as announced: ${stored}; announced: ${standing}`];
}

/** Each system shows the latest version of each flag that its team may know of, and has a receipt for that one alone. */
function toldTheLatest(
  { adapters, receivers }: Hub,
  committed: readonly HubFlagEvent[],
  receipts: readonly Json[],
): string[] {
  const latest = byFlag(committed).flatMap(events => events.slice(-1));
  const owed = adapters.flatMap(({ manifest: { system, team } }) =>
    latest
      .filter(({ data }) => flagVisibility(data.flag.code, team) !== 'none')
      .map(event => ({ system, event })),
  );
  const wrong = owed.flatMap(
    ({
      system,
      event: {
        id,
        data: { flag },
      },
    }) => {
      const { pk, sk } = receiptKey(system, flag);
      const receipt = receipts.find(item => item.pk === pk && item.sk === sk);
      const shown = receivers.get(system)?.flags.get(flag.id);
      const told =
        receipt?.version === flag.version && receipt.eventId === id && shown?.version === flag.version;
      return told
        ? []
        : [
            `${system} is owed ${flag.id} ${flag.version}: receipt ${receipt?.version}, shown ${shown?.version}`,
          ];
    },
  );
  return receipts.length === owed.length
    ? wrong
    : [...wrong, `${receipts.length} receipts for ${owed.length} flags`];
}
