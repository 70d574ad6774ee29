import * as z from 'zod';
import { type Classification, dataSchemaOf, envelopeShape } from './envelope.ts';
import { subjectSchema } from './reference.ts';

/** What part a subject plays in an event. */
export const subjectRoleSchema = z.enum(['home', 'source', 'block', 'person']);
export type SubjectRole = z.infer<typeof subjectRoleSchema>;

/**
 * Every subject that an event touches, each with its part in it: each of them folds the event on its own.
 * `home` is where it happened or who is affected, `source` the home suspected of causing it.
 */
const touchedSchema = z.object({ subject: subjectSchema, role: subjectRoleSchema });
export type Touched = z.infer<typeof touchedSchema>;
const subjectsShape = { subjects: z.array(touchedSchema).min(1).max(40) };

/** Since when an event is only said for those who do not read the one that takes its place. */
export interface DeprecatedEvent {
  since: `${number}-${number}-${number}`;
  /** The type that says the same, and more. */
  instead: string;
}

interface EventDefinition<T extends string, S extends z.ZodRawShape> {
  type: T;
  title: string;
  classification: Classification;
  /** The roles that keep this event in their record. */
  reaches: readonly SubjectRole[];
  data: S;
  /** Fields of `data` that are encrypted as sealed texts are. */
  encrypts?: readonly (keyof S & string)[];
  deprecated?: DeprecatedEvent;
}

/**
 * Defines one event type of the shared language: its name, who keeps it and the schema of the whole event.
 * Within a major version only additions are allowed; a changed meaning is a new major version.
 */
export function defineEvent<T extends string, S extends z.ZodRawShape>(definition: EventDefinition<T, S>) {
  const { type, data, ...rest } = definition;
  const schema = z
    .object({
      ...envelopeShape,
      type: z.literal(type),
      dataschema: z.literal(dataSchemaOf(type)),
      data: z.object({ ...subjectsShape, ...data }),
    })
    .meta({ title: definition.title, ...(definition.deprecated !== undefined && { deprecated: true }) });
  return { type, schema, ...rest };
}
