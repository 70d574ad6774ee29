import type * as z from 'zod';
import { hubSource } from './envelope.ts';
import { hubFlagEvents } from './events/flag.ts';
import { flagDecisionEvents } from './events/flag-decisions.ts';
import { personDecisionEvents } from './events/person.ts';
import { propertyDecisionEvents } from './events/property.ts';
import { hubQuarantineEvents } from './events/quarantine.ts';
import { hubSystemEvents } from './events/system.ts';
import { officersSource } from './officers.ts';

const typesOf = (events: readonly { type: string }[]): readonly string[] => events.map(({ type }) => type);

/** What the hub alone says. */
export const hubTypes = typesOf([...hubFlagEvents, ...hubQuarantineEvents, ...hubSystemEvents]);
/** What officers alone say, through the hub. */
export const officersTypes = typesOf([
  ...flagDecisionEvents,
  ...personDecisionEvents,
  ...propertyDecisionEvents,
]);
/** What officers say as systems do: a flag that an officer raises is asserted like any other. */
export const officersToo: readonly string[] = ['housing.flag.asserted.v1'];

/** Who says an event, and of which type it is. */
interface Said {
  source: string;
  type: string;
}

/**
 * Whether it is this source's to say this. Authority is the source's: nothing in an event's data gives any, so whatever
 * reads or writes an event asks this.
 */
function isTheirsToSay({ source, type }: Said): boolean {
  if (source === hubSource) return hubTypes.includes(type);
  if (source === officersSource) return officersTypes.includes(type) || officersToo.includes(type);
  return !hubTypes.includes(type) && !officersTypes.includes(type);
}

/** The same as a check of a schema: the issue is the source's. */
export function refuseOthersWords(context: z.core.ParsePayload<Said>): void {
  if (isTheirsToSay(context.value)) return;
  const message = 'This is not for this source to say';
  context.issues.push({ code: 'custom', path: ['source'], message, input: context.value.source });
}
