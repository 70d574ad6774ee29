import { eventDefinition, type SystemEventType } from '../../../schemas/catalogue.ts';
import type { ContentOf } from '../../../schemas/event-content.ts';
import type { SubjectRole, Touched } from '../../../schemas/event-definition.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import {
  type PersonReference,
  personSubject,
  propertySubject,
  type Uprn,
} from '../../../schemas/reference.ts';

/** The homes that an item's locators turned out to mean. */
export interface Resolved {
  home?: Uprn;
  source?: Uprn;
  block?: Uprn;
  /** What taught the hub which home it is, where nothing else says so. */
  learnt?: { id: string; again: boolean };
}

/** What is said, of whom: as much of a draft as tells whom it touches. */
type Said = Pick<ContentOf<SystemEventType>, 'type' | 'data'> & { persons?: readonly PersonReference[] };

/**
 * Every subject that an event of such a type touches, each with its part in it: the homes first. A flag is its home's, but
 * for what is wrong with the shared parts of a block: that is the block's, whichever of its homes a system named.
 */
export function subjectsOf(
  { type, data, persons: named = [] }: Said,
  { home, source, block }: Resolved,
): Touched[] {
  const all: readonly SubjectRole[] = eventDefinition(type)?.reaches ?? [];
  const isOfItsHome = 'code' in data && flagDefinition(data.code).hangsOn !== 'block';
  const reaches = isOfItsHome ? all.filter(role => role !== 'block') : all;
  const properties: [SubjectRole, Uprn | undefined][] = [
    ['home', home],
    ['source', source === home ? undefined : source],
    ['block', block === home ? undefined : block],
  ];
  const touched = properties.flatMap(([role, uprn]) =>
    uprn === undefined || !reaches.includes(role) ? [] : [{ subject: propertySubject(uprn), role }],
  );
  const persons = [...new Set(named)].map(person => ({
    subject: personSubject(person),
    role: 'person' as const,
  }));
  return reaches.includes('person') ? [...touched, ...persons] : touched;
}
