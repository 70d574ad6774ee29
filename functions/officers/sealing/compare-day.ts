import type { Instant } from '../../../schemas/reference.ts';
import { dayBefore } from '../../core/audit/nights.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { ReadAuditDay } from '../../shell/tables/audit/day-reader.ts';
import { differenceOf, emptyDay, isOnChain, withRow } from '../../shell/tables/audit/seal.ts';
import type { KnownSeals } from './known-seals.ts';

interface Deps {
  rowsOf: ReadAuditDay;
  seals: KnownSeals;
  now: Instant;
}

/**
 * Compares a day as it was sealed with how it is, and its seal with that of the day before. A day whose rows have begun to
 * expire is not compared, nor one before the sealing began.
 * @returns whether there was something to compare
 */
export async function compareDay({ rowsOf, seals, now }: Deps, day: string): Promise<boolean> {
  const [seal, before] = [await seals.read(day), await seals.read(dayBefore(day))];
  if (seal === undefined) {
    const isGone = seals.has(day) || before !== undefined;
    if (isGone) logLine(logLines.auditDiffers, { day, seal: 'missing', missing: 0, changed: 0, added: 0 });
    return isGone;
  }
  if (seal.expires * 1000 <= Date.parse(now)) return false;
  let asIs = emptyDay(day);
  for await (const row of rowsOf(day)) asIs = withRow(asIs, row);
  const { missing, changed, added } = differenceOf(seal, asIs);
  const state = isOnChain(seal, before) ? 'kept' : 'broken';
  if (state === 'kept' && [...missing, ...changed, ...added].length === 0) return true;
  const counts = { missing: missing.length, changed: changed.length, added: added.length };
  logLine(logLines.auditDiffers, { day, seal: state, ...counts });
  return true;
}
