import type { Uprn } from '../../schemas/reference.ts';
import type { Place } from '../core/identity/place.ts';

/** What became of an extract. */
export interface GazetteerReport {
  written: number;
  /** Rows that were not written, by their line in the file. */
  rejected: { row: number; problems: string[] }[];
  /** References that more than one home claims: a look-up of them finds no single home. */
  shared: { system: string; reference: string; uprns: Uprn[] }[];
}

/** Collects the report of one import. */
export function makeReport() {
  const rejected: GazetteerReport['rejected'] = [];
  const claims = new Map<string, GazetteerReport['shared'][number]>();
  let written = 0;
  return {
    accept({ uprn, references }: Place): void {
      written += 1;
      for (const [system, keys] of Object.entries(references)) {
        for (const reference of keys) {
          const key = `${system}#${reference}`;
          const claim = claims.get(key) ?? { system, reference, uprns: [] };
          claim.uprns.push(uprn);
          claims.set(key, claim);
        }
      }
    },
    reject(row: number, problems: string[]): void {
      rejected.push({ row, problems });
    },
    finished(): GazetteerReport {
      const shared = [...claims.values()].filter(({ uprns }) => uprns.length > 1);
      return { written, rejected, shared };
    },
  };
}

/** The report as lines of text for a terminal. */
export function reportLines({ written, rejected, shared }: GazetteerReport): string[] {
  return [
    `${written} places written, ${rejected.length} rows rejected, ${shared.length} references claimed more than once`,
    ...rejected.map(({ row, problems }) => `line ${row}: ${problems.join('; ')}`),
    ...shared.map(
      ({ system, reference, uprns }) => `${system} reference ${reference}: claimed by ${uprns.join(' and ')}`,
    ),
  ];
}
