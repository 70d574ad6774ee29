import type { Flag } from '../../../schemas/flags.ts';
import { type Instant, personSubject, propertySubject, type Uprn } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { namedAsOne } from '../../core/record/one-person.ts';
import type { SubjectRecord } from '../../core/record/subject-record.ts';
import { residentsOf } from '../../core/views/household.ts';
import type { FlagSources } from '../../core/views/property.ts';
import type { Decrypt, Encrypt } from '../../shell/encryption.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import type { Tokens } from '../../shell/http/token.ts';
import { unknownProperty } from '../../shell/http/unknown-property.ts';
import type { AuditWriter } from '../../shell/tables/audit/writer.ts';
import type { ListCrossReferences } from '../../shell/tables/directory/cross-reference-list.ts';
import type { CrossReferences } from '../../shell/tables/directory/cross-references.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import type { ForgettingStore } from '../../shell/tables/directory/forgetting.ts';
import type { Numbers } from '../../shell/tables/directory/numbers.ts';
import type { QuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import type { QuarantineResolver } from '../../shell/tables/quarantine/quarantine-resolver.ts';
import type { FindEvent } from '../../shell/tables/records/decision-reader.ts';
import type { FlagsFrom } from '../../shell/tables/records/flagged-reader.ts';
import type { ReadHistory } from '../../shell/tables/records/history-reader.ts';
import type { SubjectReader } from '../../shell/tables/records/subject-reader.ts';

/** What every endpoint works with. */
export interface ApiDeps {
  directory: Directory;
  numbers: Pick<Numbers, 'find'>;
  subjects: SubjectReader;
  history: ReadHistory;
  findEvent: FindEvent;
  /** Every flag that lives, those of a subject together, by id. */
  flags: (from?: FlagsFrom) => AsyncIterable<Flag>;
  quarantine: QuarantineReader;
  resolver: QuarantineResolver;
  crossReferences: Pick<CrossReferences, 'find'>;
  forgetting: ForgettingStore;
  listCrossReferences: ListCrossReferences;
  audit: AuditWriter;
  decrypt: Decrypt;
  encrypt: Encrypt;
  teamOfSystem(system: string): Team | undefined;
  /** The systems whose references a search without `system` looks through. */
  systems: readonly string[];
  tokens: Tokens;
  now: () => Instant;
}

/** Defines an endpoint of the function by which officers read. */
export const defineEndpoint = endpointsFor<ApiDeps>();

/** The problems of every read of one home. */
export const unknownHome = { 404: 'The gazetteer has no such property' } as const;

/**
 * Reads everything that a look at a property needs, in two steps: the place with its record and the names of the homes that
 * it succeeded; then, in one batch, those homes, its block and everybody who lives there, for who they are is only known from
 * the record. Only who lives there by what a former home says, or is one with somebody, takes a step more.
 * @param alsoRead what else is to be read with the batch, once the record is known
 * @throws {ApiProblem} 404 when the gazetteer has no such property.
 */
export async function sourcesOf<T>(
  { directory, subjects, now }: ApiDeps,
  uprn: Uprn,
  alsoRead: (record: SubjectRecord | undefined, at: Instant) => Promise<T>,
): Promise<FlagSources & T> {
  const home = propertySubject(uprn);
  const at = now();
  const [places, own, former] = await Promise.all([
    directory.placesOf([uprn]),
    subjects.subjects([home]),
    directory.predecessorsOf(uprn),
  ]);
  const place = places.get(uprn);
  if (place === undefined) throw unknownProperty(uprn);
  const property = own.get(home);
  const block = place.blockUprn === undefined ? undefined : propertySubject(place.blockUprn);
  const ofTheHome = residentsOf({ property, predecessors: [], at }).map(({ person }) =>
    personSubject(person),
  );
  const [around, also] = await Promise.all([
    subjects.subjects([
      ...former.map(propertySubject),
      ...(block === undefined ? [] : [block]),
      ...ofTheHome,
    ]),
    alsoRead(property?.record, at),
  ]);
  const predecessors = former.map(one => ({ uprn: one, property: around.get(propertySubject(one)) }));
  const people = residentsOf({ property, predecessors, at }).map(({ person }) => person);
  const unread = people.map(personSubject).filter(person => !ofTheHome.includes(person));
  const others = unread.length === 0 ? around : await subjects.subjects(unread);
  const household = Object.fromEntries(
    people.flatMap(person => {
      const stored = around.get(personSubject(person)) ?? others.get(personSubject(person));
      return stored === undefined ? [] : [[person, stored]];
    }),
  );
  return {
    ...also,
    at,
    place,
    property,
    block: block === undefined ? undefined : around.get(block),
    household: await withSame(subjects, household),
    predecessors,
  };
}

/** The same people, and whoever is one with any of them: of those the batch could not know. */
export async function withSame(
  { subjects: read }: Pick<SubjectReader, 'subjects'>,
  household: FlagSources['household'],
): Promise<FlagSources['household']> {
  const named = Object.values(household).flatMap(({ record }) => namedAsOne(record));
  const missing = named.filter(person => !Object.hasOwn(household, person)).map(personSubject);
  if (missing.length === 0) return household;
  const found = [...(await read(missing))].map(([subject, stored]) => [
    subject.slice('person/'.length),
    stored,
  ]);
  return found.length === 0
    ? household
    : withSame({ subjects: read }, { ...household, ...Object.fromEntries(found) });
}
