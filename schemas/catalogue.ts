import * as z from 'zod';
import { refuseOthersWords } from './authority.ts';
import { complaintEvents } from './events/complaint.ts';
import { disrepairEvents } from './events/disrepair.ts';
import { hubFlagEvents, systemFlagEvents } from './events/flag.ts';
import { flagDecisionEvents } from './events/flag-decisions.ts';
import { hazardEvents } from './events/hazard.ts';
import { leakEvents } from './events/leak.ts';
import { personDecisionEvents, personEvents } from './events/person.ts';
import { propertyDecisionEvents } from './events/property.ts';
import { hubQuarantineEvents } from './events/quarantine.ts';
import { repairEvents } from './events/repair.ts';
import { hubSystemEvents } from './events/system.ts';
import { tenancyEvents } from './events/tenancy.ts';
import { visitEvents } from './events/visit.ts';
import { worksEvents } from './events/works.ts';

/** Events that a source system or officers say. */
const systemEvents = [
  ...repairEvents,
  ...visitEvents,
  ...leakEvents,
  ...hazardEvents,
  ...tenancyEvents,
  ...personDecisionEvents,
  ...personEvents,
  ...propertyDecisionEvents,
  ...complaintEvents,
  ...disrepairEvents,
  ...worksEvents,
  ...systemFlagEvents,
  ...flagDecisionEvents,
] as const;

/** Events that only the hub says. */
const hubEvents = [...hubFlagEvents, ...hubQuarantineEvents, ...hubSystemEvents] as const;

/** Every event type of the shared language. */
export const catalogue = [...systemEvents, ...hubEvents] as const;

export type SystemEvent = z.infer<(typeof systemEvents)[number]['schema']>;
export type HubEvent = z.infer<(typeof hubEvents)[number]['schema']>;
/** What the hub announces of a flag, to the systems that are entitled to hear it. */
export type HubFlagEvent = z.infer<(typeof hubFlagEvents)[number]['schema']>;
/** What the hub says of a system. */
export type HubSystemEvent = z.infer<(typeof hubSystemEvents)[number]['schema']>;
/** What the hub says when it keeps something in quarantine. */
export type HubQuarantineEvent = z.infer<(typeof hubQuarantineEvents)[number]['schema']>;
export type LintelEvent = SystemEvent | HubEvent;
export type EventType = LintelEvent['type'];
export type SystemEventType = SystemEvent['type'];
/** The event of one type. */
export type EventOf<T extends EventType> = Extract<LintelEvent, { type: T }>;

const schemaOptions = catalogue.map(definition => definition.schema) as unknown as readonly [
  (typeof catalogue)[number]['schema'],
  ...(typeof catalogue)[number]['schema'][],
];

/** Any event of the shared language; an unknown type is an error that names it, and so is a source that may not say it. */
export const eventSchema = z.discriminatedUnion('type', schemaOptions).check(refuseOthersWords);

const systemOptions = systemEvents.map(definition => definition.schema) as unknown as readonly [
  (typeof systemEvents)[number]['schema'],
  ...(typeof systemEvents)[number]['schema'][],
];

/** Any event that a source system or officers may say. */
export const systemEventSchema = z.discriminatedUnion('type', systemOptions).check(refuseOthersWords);

const definitions = new Map<string, (typeof catalogue)[number]>(catalogue.map(entry => [entry.type, entry]));

/** The fields of an event's data that are encrypted as sealed texts are. */
export function encryptedFields(type: string): readonly string[] {
  const definition = definitions.get(type);
  return definition !== undefined && 'encrypts' in definition ? (definition.encrypts ?? []) : [];
}

/** The catalogue's entry for a type, or undefined when the shared language has no such type. */
export function eventDefinition(type: string): (typeof catalogue)[number] | undefined {
  return definitions.get(type);
}
