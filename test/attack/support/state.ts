import canonicalize from 'canonicalize';
import { contents } from '../../integration/support/tables.ts';
import type { Hub } from './hub.ts';
import type { Json } from './wire.ts';

/**
 * Everything that the hub knows, refused and told, in canonical JSON by place, so that two hubs can be compared byte for
 * byte. Left out is what may rightly differ between a disturbed run and an undisturbed one:
 * - when the hub heard, committed, refused or delivered: `recordedtime`, `receivedAt` and the place in the list that
 *   follows from it, `deliveredAt`, `expiresAt`,
 * - how many commits it took: `version` of record and flags, what became of flags in which of them, and with it the ids of announcements and the outbox rows,
 * - flags that no longer stand, at the receivers: who heard raised and cleared at once was told of neither.
 * - what was held back for a case that nobody had opened yet: that depends on the order, its end in the timeline does not.
 * Left out too is what an id was first heard to say, which the timelines say as well, but for a dead letter.
 * Receipts, versions and outbox rows are held against each other by `brokenPromises` instead.
 */
export async function stateOf(hub: Hub): Promise<Map<string, string>> {
  const [records, refused] = await Promise.all([contents(hub.records), contents(hub.quarantine)]);
  const kept = records.filter(({ sk }) => !/^(OUTBOX#|HISTORY#|HEARD$)/.test(String(sk)));
  const places = [
    ...kept.map(({ pk, sk, ...item }) => [`record ${pk} ${sk}`, known(item)]),
    ...refused
      .filter(({ reason, key }) => reason !== undefined && !String(key).startsWith('case '))
      .map(item => [`refused ${item['pk']} ${item['id']}`, refusal(item)]),
    ...[...hub.receivers].flatMap(([system, { flags }]) =>
      [...flags]
        .filter(([, { active }]) => active)
        .map(([flag, { content }]) => [`shown by ${system} ${flag}`, content]),
    ),
  ] as [string, Json][];
  return new Map(places.map(([place, value]) => [place, canonicalize(value) ?? '']));
}

/** The places where two hubs differ, each with both values; none when they are the same byte for byte. */
export function differences(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): string[] {
  const places = new Set([...expected.keys(), ...actual.keys()]);
  return [...places]
    .filter(place => expected.get(place) !== actual.get(place))
    .map(
      place =>
        `${place}: expected ${shortened(expected.get(place))}, but was ${shortened(actual.get(place))}`,
    );
}

/** From a little before the place where two long texts part would be better still; the beginning is mostly enough. */
function shortened(text = 'nothing'): string {
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

function known({ version: _commits, flags: live, event, ...item }: Json): Json {
  const flags = Object.entries(live ?? {}).map(([key, flag]) => {
    const { version: _version, changedAt: _changedAt, ...said } = flag as Json;
    return [key, said];
  });
  return {
    ...item,
    ...(live && { flags: Object.fromEntries(flags) }),
    ...(event && { event: unheard(event) }),
  };
}

function refusal({
  pk: _pk,
  sk: _sk,
  receivedAt: _receivedAt,
  listed: _listed,
  payload,
  ...item
}: Json): Json {
  return { ...item, payload: payloadOf(payload) };
}

/** The payload without the bus's own particulars of the message that brought it. */
function payloadOf(text: string): Json {
  try {
    const payload = JSON.parse(text);
    return unheard(payload.detail ?? payload);
  } catch {
    return text;
  }
}

function unheard(event: Json): Json {
  if (typeof event !== 'object' || event === null) return event;
  const { recordedtime: _recordedtime, ...rest } = event;
  return rest;
}
