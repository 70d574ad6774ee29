import { eventDefinition, type SystemEventType } from '../../../schemas/catalogue.ts';
import type { SubjectRole, Touched } from '../../../schemas/event-definition.ts';
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

/** Every subject that an event of such a type touches, each with its part in it: the homes first. */
export function subjectsOf(
  { type, persons: named = [] }: { type: SystemEventType; persons?: readonly PersonReference[] },
  { home, source, block }: Resolved,
): Touched[] {
  const reaches: readonly SubjectRole[] = eventDefinition(type)?.reaches ?? [];
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
