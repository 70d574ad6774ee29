import type { Instant } from '../../../schemas/reference.ts';
import { daysToCompare, daysToSeal } from '../../core/audit/nights.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { SealStore } from '../../shell/seal-store.ts';
import type { ReadAuditDay } from '../../shell/tables/audit/day-reader.ts';
import { emptyDay, openDay, type Seal, sealed, withRow } from '../../shell/tables/audit/seal.ts';
import type { StoredRow } from '../../shell/tables/audit/whole-audit.ts';
import { compareDay } from './compare-day.ts';
import { knownSeals, type Places } from './known-seals.ts';

export interface SealingDeps {
  rowsOf: ReadAuditDay;
  places: Places;
  /** Where the rows are kept beside their seals, where they are. */
  copy: SealStore | undefined;
  keptDays: number;
  now: () => Instant;
}

/**
 * Seals the days that are over, each on the chain of the one before, and compares days that were sealed with how they are now.
 * What differs is logged, with counts and without names. A night that ends half-way is finished by the next.
 */
export function makeSealAudit(deps: SealingDeps): () => Promise<void> {
  return async () => {
    const seals = await knownSeals(deps.places);
    const [now, open] = [deps.now(), openDay(deps.now())];
    const fresh = daysToSeal(open, seals.last);
    let [before, rows, compared] = [
      seals.last === undefined ? undefined : await seals.read(seals.last),
      0,
      0,
    ];
    for (const day of fresh) {
      before = await sealDay(deps, day, before);
      rows += Object.keys(before.rows).length;
    }
    for (const day of daysToCompare(open, deps.keptDays))
      if (!fresh.includes(day) && (await compareDay({ ...deps, seals, now }, day))) compared += 1;
    logLine(logLines.auditSealed, { sealed: fresh.length, rows, compared });
  };
}

/** The rows are there before the seal, and the copy of the seal before the hub's own: what ends in between is done again. */
async function sealDay({ rowsOf, places, copy }: SealingDeps, day: string, before: Seal | undefined) {
  const stored: StoredRow[] = [];
  let asIs = emptyDay(day);
  for await (const row of rowsOf(day)) {
    asIs = withRow(asIs, row);
    // A day has many rows: they are only held where they are wanted.
    if (copy !== undefined) stored.push(row);
  }
  const seal = sealed(asIs, before);
  await copy?.copy(day, stored);
  for (const place of places.toReversed()) await place.keep(seal);
  return seal;
}
