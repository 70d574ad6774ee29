import { hubTypes, officersToo, officersTypes } from './authority.ts';
import { catalogue } from './catalogue.ts';
import { contractVersion } from './contract-version.ts';
import { hubSource, systemSourcePrefix } from './envelope.ts';
import type { DeprecatedEvent } from './event-definition.ts';
import { officersSource } from './officers.ts';

/** As much of an event's definition as the document says. */
interface Definition {
  type: string;
  title: string;
  reaches: readonly string[];
  classification: string;
  deprecated?: DeprecatedEvent;
}
type Sayer = keyof typeof operations;

/** Who says an event: each is an operation of the document. */
const operations = {
  systems: {
    action: 'receive',
    title: 'What source systems say',
    source: { type: 'string', pattern: `^${systemSourcePrefix}[a-z][a-z0-9-]{1,30}$` },
  },
  officers: {
    action: 'receive',
    title: 'What officers decide, through the hub',
    source: { type: 'string', const: officersSource },
  },
  hub: {
    action: 'send',
    title: 'What the hub announces',
    source: { type: 'string', const: hubSource },
  },
} as const;

/**
 * The AsyncAPI 3 description of the event bus, as the hub sees it, made from the catalogue of events.
 *
 * @param exampleOf an event of a type, as `examples/<type>.accepted.json` has it
 * @param events the definitions, where not those of the catalogue
 */
export function asyncApiDocument(
  exampleOf: (type: string) => unknown,
  events: readonly Definition[] = catalogue,
) {
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Lintel: the event bus',
      version: contractVersion,
      description:
        'Everything that is said about homes, between the systems of a landlord and the hub. Each message is a CloudEvent in JSON: on EventBridge it is the `detail`, `source` is its source and `detail-type` its type. Readers pass over what they do not know: within a major version there are only additions.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: {
      eventbridge: {
        host: 'events.{region}.amazonaws.com',
        protocol: 'eventbridge',
        description: 'Amazon EventBridge, the bus of the landlord’s own deployment. Subscribe by a rule.',
        variables: { region: { default: 'eu-west-2', description: 'Where the landlord has deployed it' } },
      },
    },
    channels: {
      bus: {
        address: '{bus}',
        title: 'The event bus',
        servers: [{ $ref: '#/servers/eventbridge' }],
        parameters: { bus: { description: 'Its name: `BusName`, an output of the stack' } },
        messages: byType(events, ({ type }) => ({ $ref: `#/components/messages/${type}` })),
      },
    },
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, { action, title }]) => [
        name,
        {
          action,
          title,
          channel: { $ref: '#/channels/bus' },
          messages: events
            .filter(({ type }) => sayersOf(type).includes(name as Sayer))
            .map(({ type }) => ({ $ref: `#/channels/bus/messages/${type}` })),
        },
      ]),
    ),
    components: { messages: byType(events, definition => messageOf(definition, exampleOf(definition.type))) },
  };
}

function byType<T>(events: readonly Definition[], make: (definition: Definition) => T): Record<string, T> {
  return Object.fromEntries(events.map(definition => [definition.type, make(definition)]));
}

function messageOf(definition: Definition, example: unknown) {
  const { type, title, reaches, classification, deprecated } = definition;
  const gone =
    deprecated === undefined ? '' : `Deprecated since ${deprecated.since}: read ${deprecated.instead}. `;
  return {
    name: type,
    title,
    description: `${gone}Kept by: ${reaches.length === 0 ? 'nobody' : reaches.join(', ')}. Usual classification: ${classification}.`,
    tags: [{ name: type.split('.')[1] ?? type }],
    headers: {
      type: 'object',
      required: ['source', 'detail-type'],
      properties: {
        source: sourceOf(type),
        'detail-type': { type: 'string', const: type },
      },
    },
    correlationId: {
      description: 'The first event of the chain',
      location: '$message.payload#/correlationid',
    },
    payload: { $ref: `./json/${type}.json` },
    examples: [{ name: 'accepted', payload: example }],
  };
}

function sourceOf(type: string) {
  const sources = sayersOf(type).map(sayer => operations[sayer].source);
  return sources.length === 1 ? sources[0] : { anyOf: sources };
}

function sayersOf(type: string): Sayer[] {
  if (hubTypes.includes(type)) return ['hub'];
  if (officersTypes.includes(type)) return ['officers'];
  return officersToo.includes(type) ? ['systems', 'officers'] : ['systems'];
}
