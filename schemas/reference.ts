import * as z from 'zod';
import { keyText } from './key-text.ts';

/**
 * Unique Property Reference Number: 1 to 12 digits, held as a string (Open Standards Board, UPRN standard).
 * Zero padding is not part of the number: some extracts pad to 12, others do not, and both mean one home.
 */
export const uprnSchema = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, 'a UPRN is 1 to 12 digits without leading zeros')
  .brand('Uprn')
  .meta({ title: 'UPRN', examples: ['200000471104'] });
export type Uprn = z.infer<typeof uprnSchema>;

/**
 * Reads a UPRN as a source system writes it: padded with zeros or not.
 * @returns the UPRN, or undefined when the text is not one.
 */
export function uprnFrom(text: string): Uprn | undefined {
  const parsed = uprnSchema.safeParse(keyText(text).replace(/^0+(?=\d)/, ''));
  return parsed.success ? parsed.data : undefined;
}

/** A key of a source system's own, in the spelling of {@link keyText}. Always a string: leading zeros are part of it. */
export const localReferenceSchema = z
  .string()
  .overwrite(keyText)
  .min(1)
  .max(100)
  .brand('LocalReference')
  .meta({ title: 'A reference in the source system’s own terms', examples: ['00047104', 'R-88120'] });
export type LocalReference = z.infer<typeof localReferenceSchema>;

/** The short name of a source system, as in its adapter folder, queue and scope. */
export const systemNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, 'a system name is lower case letters, digits and hyphens')
  .brand('SystemName')
  .meta({ title: 'Source system', examples: ['repairs'] });
export type SystemName = z.infer<typeof systemNameSchema>;

/** A person is known by the key of the system that keeps them: `tenancy:45c76564-…`. */
export const personReferenceSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}:\S{1,64}$/, 'a person reference is <system>:<that system’s key>')
  .brand('PersonReference')
  .meta({ title: 'Person', examples: ['tenancy:7d1f3c1e-0b0e-4b44-9a3d-000000000007'] });
export type PersonReference = z.infer<typeof personReferenceSchema>;

/** What an event is about: a property (a block is a property with homes in it) or a person. */
export const subjectSchema = z
  .union([
    z.templateLiteral(['property/', z.string().regex(/^[1-9]\d{0,11}$/)]),
    z.templateLiteral(['person/', z.string().regex(/^[a-z][a-z0-9-]{1,30}:\S{1,64}$/)]),
  ])
  .meta({ title: 'Subject', examples: ['property/200000471104'] });
export type Subject = z.infer<typeof subjectSchema>;

/** `property/<uprn>` for a home or a block. */
export function propertySubject(uprn: Uprn): Subject {
  return `property/${uprn}`;
}

/** `person/<system>:<key>` for a person. */
export function personSubject(person: PersonReference): Subject {
  return `person/${person}`;
}

/**
 * An instant in UTC, to the millisecond, as the shared language writes every time.
 * One spelling only, so that instants sort as text: `2025-06-02T07:40:00.000Z`.
 */
export const instantSchema = z.iso
  .datetime({ precision: 3 })
  .brand('Instant')
  .meta({ title: 'Instant in UTC', examples: ['2025-06-02T07:40:00.000Z'] });
export type Instant = z.infer<typeof instantSchema>;

/** A calendar date in Europe/London: `2025-08-25`. */
export const dateSchema = z.iso.date().brand('CalendarDate').meta({ title: 'Date in Europe/London' });
export type CalendarDate = z.infer<typeof dateSchema>;

/** The shared spelling of a moment. */
export function instantOf(moment: Date | number): Instant {
  return instantSchema.parse(new Date(moment).toISOString());
}
