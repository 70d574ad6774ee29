import { known } from '../truth/known.ts';
import type { Act, Message, NightlyList } from '../world/act.ts';
import type { Borough } from '../world/borough.ts';
import type { Thing, Told } from '../world/thing.ts';

const batch = 40;

/**
 * The same borough, in which the hub begins late: on that day it is handed what the systems' extracts have, however old it
 * is, and from then on it hears what is said. Officers had no hub to decide in before.
 * @param at the instant of the first day, in milliseconds
 */
export function wentLive(borough: Borough, at: number): Borough {
  const before = borough.acts.filter(act => act.at < at);
  const messages = sentOnce(before.filter(act => act.kind === 'message'));
  const handedOver = thingsIn(messages, borough.told, at);
  const extracts = messages.filter(({ about }) => about.some(id => handedOver.has(id)));
  const decided = new Set(
    before.filter(act => act.kind === 'decision').map(({ code, on }) => `${code} ${on}`),
  );
  const isKnown = (act: Act) =>
    act.kind !== 'decision' || act.act !== 'clear' || !decided.has(`${act.code} ${act.on}`);
  return {
    ...borough,
    begins: at,
    acts: [
      ...latestLists(before).map(list => ({ ...list, at })),
      ...batches(extracts, at),
      ...borough.acts.filter(act => act.at >= at).filter(isKnown),
    ],
    told: borough.told
      .filter(({ heard, thing, says }) => heard >= at || (handedOver.has(thing.id) && says !== 'reviewed'))
      .map(told => ({ ...told, heard: Math.max(told.heard, at) })),
    doubts: borough.doubts.filter(({ to }) => to > at),
  };
}

/**
 * The things of which extracts have rows: the whole leaks sheet; of other systems what is still so, and whatever is told
 * in one breath with it.
 */
function thingsIn(messages: readonly Message[], told: readonly Told[], at: number): ReadonlySet<string> {
  const facts = known(
    told.filter(({ heard }) => heard < at),
    at,
  );
  const stands = facts.things.filter(thing => facts.standing(thing).some(({ to }) => to >= at));
  const standing = new Set(stands.map(({ id }) => id));
  // What ends with a tenancy has ended with it.
  const isOpen = ({ tenancy }: Thing) => tenancy === undefined || standing.has(tenancy);
  const open = new Set(stands.filter(isOpen).map(({ id }) => id));
  const isIn = ({ system, about }: Message) => system === 'leaks' || about.some(id => open.has(id));
  for (let size = -1; size !== open.size; ) {
    size = open.size;
    for (const { about } of messages.filter(isIn)) for (const id of about) open.add(id);
  }
  return new Set(messages.flatMap(({ about }) => about.filter(id => open.has(id))));
}

function sentOnce(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map(message => [`${message.system} ${message.body}`, message])).values()];
}

/** The last list of each kind. */
function latestLists(acts: readonly Act[]): NightlyList[] {
  const lists = acts.filter(act => act.kind === 'list');
  return [...new Map(lists.map(list => [`${list.system} ${list.feed}`, list])).values()];
}

/** One system after the other, many items at a time. */
function batches(messages: readonly Message[], at: number): Message[] {
  return [...Map.groupBy(messages, ({ system }) => system)].flatMap(([system, all]) =>
    Array.from({ length: Math.ceil(all.length / batch) }, (_, index) => {
      const some = all.slice(index * batch, (index + 1) * batch);
      const body = JSON.stringify(some.flatMap(message => JSON.parse(message.body)));
      return { kind: 'message', at, system, body, about: some.flatMap(({ about }) => about) };
    }),
  );
}
