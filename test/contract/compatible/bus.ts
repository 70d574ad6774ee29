import { breaks } from './compare.ts';
import type { Schema } from './schema.ts';

type Named<T> = Readonly<Record<string, T>>;

interface Channel {
  readonly address: string;
  readonly messages: Named<unknown>;
}

interface Operation {
  readonly action: string;
  readonly messages: readonly { readonly $ref: string }[];
}

interface Message {
  readonly headers: Schema;
  readonly correlationId: { readonly location: string };
}

/** An AsyncAPI document, as far as readers and writers rely on it; the payloads are compared as events. */
export interface Bus {
  readonly info?: { readonly version: string };
  readonly defaultContentType?: string;
  readonly channels?: Named<Channel>;
  readonly operations?: Named<Operation>;
  readonly components?: { readonly messages: Named<Message> };
}

/**
 * What is not an addition to the bus: how it is reached, what is said on it and by whom.
 *
 * @returns a line for each, with what to do; none when every reader and writer is as well off as before
 */
export function brokenBus(before: Bus, after: Bus): string[] {
  const wrong = [
    ...(before.defaultContentType === undefined || before.defaultContentType === after.defaultContentType
      ? []
      : [`events are no longer ${before.defaultContentType}, but ${after.defaultContentType}`]),
    ...each('channel', before.channels, after.channels, brokenChannel),
    ...each('operation', before.operations, after.operations, brokenOperation),
    ...each('message', before.components?.messages, after.components?.messages, brokenMessage),
  ];
  return wrong.map(what => `the bus: ${what}; keep it as it was and say the new thing beside it`);
}

function each<T>(
  kind: string,
  before: Named<T> = {},
  after: Named<T> = {},
  broken: (old: T, present: T) => string[],
): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const present = after[name];
    if (present === undefined) return [`the ${kind} ${name} was removed`];
    return broken(old, present).map(what => `the ${kind} ${name}: ${what}`);
  });
}

function brokenChannel(old: Channel, present: Channel): string[] {
  const gone = Object.keys(old.messages).filter(type => present.messages[type] === undefined);
  return [
    ...(old.address === present.address ? [] : [`its address ${old.address} became ${present.address}`]),
    ...gone.map(type => `it no longer carries ${type}`),
  ];
}

function brokenOperation(old: Operation, present: Operation): string[] {
  const said = new Set(present.messages.map(({ $ref }) => $ref));
  const gone = old.messages.filter(({ $ref }) => !said.has($ref));
  return [
    ...(old.action === present.action ? [] : [`${old.action} became ${present.action}`]),
    ...gone.map(({ $ref }) => `it no longer has ${$ref.split('/').at(-1)}`),
  ];
}

function brokenMessage(old: Message, present: Message): string[] {
  const [was, is] = [old.correlationId.location, present.correlationId.location];
  return [
    ...breaks(
      { schema: old.headers, definitions: {} },
      { schema: present.headers, definitions: {} },
      'event',
    ).map(what => `its header ${what}`),
    ...(was === is ? [] : [`its correlation id is no longer at ${was}, but at ${is}`]),
  ];
}
