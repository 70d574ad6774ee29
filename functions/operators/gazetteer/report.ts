import { comparedKey } from '../../../schemas/key-text.ts';
import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import type { Place } from '../../core/identity/place.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import type { PlaceOutcome } from '../../shell/tables/directory/directory-writer.ts';

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
  /** The first home that claims a reference. */
  first: Map<string, Uprn>;
  /** All of them, where they are several. */
  several: Map<string, Uprn[]>;
  retired: Map<Uprn, Place>;
}

/** Nothing is claimed yet. */
export function noClaims(): Claims {
  return { first: new Map(), several: new Map(), retired: new Map() };
}

/** Adds what a place claims. */
export function claim({ first, several, retired }: Claims, place: Place): void {
  if (place.status === 'retired') retired.set(place.uprn, place);
  for (const [system, references] of Object.entries(place.references)) {
    for (const reference of references) {
      const key = `${system}#${comparedKey(reference)}`;
      const earliest = first.get(key);
      if (earliest === undefined) first.set(key, place.uprn);
      else several.set(key, [...(several.get(key) ?? [earliest]), place.uprn]);
    }
  }
}

/**
 * The references that more than one home claims. A retired home and the one that succeeded it are one home: the
 * reference leads to the successor.
 */
export function sharedReferences({ several, retired }: Claims): GazetteerReport['shared'] {
  const standingOf = (uprn: Uprn) => retired.get(uprn) ?? { status: 'approved' as const };
  return [...several].flatMap(([key, uprns]) => {
    if (homesStandingFor(uprns, standingOf).length < 2) return [];
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
