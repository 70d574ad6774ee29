import type { SystemName, Uprn } from '../../schemas/reference.ts';
import type { Place } from '../core/identity/place.ts';
import { homesStandingFor } from '../core/identity/succession.ts';
import type { PlaceOutcome } from '../shell/table/directory-writer.ts';

/** What became of an extract. */
export interface GazetteerReport extends Readonly<Record<PlaceOutcome, number>> {
  rows: number;
  /** Rows that gave a home another address. */
  alternatives: number;
  /** Rows that were not imported, by their line in the file. */
  rejected: { row: number; problems: readonly string[] }[];
  /** References that more than one home claims: a look-up of them finds no single home. */
  shared: { system: string; reference: string; uprns: Uprn[] }[];
  /** Homes that are said to have succeeded a retired one, and that nobody knows. */
  unknownSuccessors: { uprn: Uprn; successor: Uprn }[];
}

/** Which homes claim which reference, and which homes are no more. */
export interface Claims {
  byReference: Map<string, Uprn[]>;
  retired: Map<Uprn, Place>;
}

/** Adds what a place claims. */
export function claim({ byReference, retired }: Claims, place: Place): void {
  if (place.status === 'retired') retired.set(place.uprn, place);
  for (const [system, references] of Object.entries(place.references)) {
    for (const reference of references) {
      const key = `${system}#${reference}`;
      byReference.set(key, [...(byReference.get(key) ?? []), place.uprn]);
    }
  }
}

/**
 * The references that more than one home claims. A retired home and the one that succeeded it are one home: the
 * reference leads to the successor.
 */
export function sharedReferences({ byReference, retired }: Claims): GazetteerReport['shared'] {
  const standingOf = (uprn: Uprn) => retired.get(uprn) ?? { status: 'approved' as const };
  return [...byReference].flatMap(([key, uprns]) => {
    if (uprns.length === 1 || homesStandingFor(uprns, standingOf).length < 2) return [];
    const hash = key.indexOf('#');
    return [{ system: key.slice(0, hash) as SystemName, reference: key.slice(hash + 1), uprns }];
  });
}

/** The report as lines of text for a terminal. */
export function reportLines(report: GazetteerReport): string[] {
  const { rows, added, changed, unchanged, retired, alternatives, rejected, shared, unknownSuccessors } =
    report;
  return [
    `${rows} rows: ${added} homes added, ${changed} changed, ${retired} retired, ${unchanged} unchanged; ` +
      `${alternatives} rows gave other addresses, ${rejected.length} were rejected`,
    ...rejected.map(({ row, problems }) => `line ${row}: ${problems.join('; ')}`),
    ...shared.map(
      ({ system, reference, uprns }) => `${system} reference ${reference}: claimed by ${uprns.join(' and ')}`,
    ),
    ...unknownSuccessors.map(({ uprn, successor }) => `${uprn}: its successor ${successor} is not known`),
  ];
}

/** Whether anybody has to look at the extract again. */
export function isClean({ rejected, shared, unknownSuccessors }: GazetteerReport): boolean {
  return rejected.length + shared.length + unknownSuccessors.length === 0;
}
