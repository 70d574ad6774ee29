import { type Load, supposed } from './load.ts';
import type { Measured } from './measured.ts';
import { prices } from './prices.ts';

/** What has been kept by the end of a year since the beginning, and what that year costs. */
export interface Year {
  readonly year: number;
  readonly tableGb: number;
  readonly bucketGb: number;
  readonly archiveGb: number;
  /** Of keeping all of it. */
  readonly dollars: number;
  /** Of moving what leaves the table in that year. */
  readonly moving: number;
}

const bytesToGb = 1 / 1024 ** 3;
const kbToGb = 1 / 1024 ** 2;
const scanned = 4 * 1024;
const monthsAYear = 12;

/** What is kept, and for how long: events leave the table so many years after their own has ended; left out, never. */
export interface Keeping {
  readonly leaveAfter?: number;
  readonly archiveDays: number;
}

/**
 * How the store grows. In the middle of a year there is half of what it brings. What leaves the table does so in the first
 * nights of a year.
 */
export function growthOf(
  { events, properties }: Pick<Load, 'events' | 'properties'>,
  { singly, history }: Pick<Measured, 'history'> & { singly: Pick<Measured['singly'], 'storedBytes'> },
  { leaveAfter = Number.POSITIVE_INFINITY, archiveDays }: Keeping,
  years: number,
): Year[] {
  const rowsGb = events * history.rowBytes * bytesToGb;
  const staysGb = events * (singly.storedBytes - history.rowBytes) * bytesToGb;
  const movedGb = events * history.rows * history.movedBytes * bytesToGb;
  const archiveAYear = events * supposed.eventKb.value * kbToGb;
  const archiveYears = archiveDays / 365;
  return Array.from({ length: years }, (_, index) => {
    const [mean, end] = [index + 0.5, index + 1];
    const left = Math.max(0, index - leaveAfter);
    const table = mean * staysGb + (mean - left) * rowsGb;
    const archive = Math.min(mean, archiveYears) * archiveAYear;
    const monthly =
      table * (prices.tableGbMonth.value + prices.backupGbMonth.value) +
      left * movedGb * prices.bucketGbMonth.value +
      archive * prices.archiveGbMonth.value;
    return {
      year: end,
      tableGb: end * staysGb + (end - left) * rowsGb,
      bucketGb: left * movedGb,
      archiveGb: Math.min(end, archiveYears) * archiveAYear,
      dollars: monthsAYear * monthly,
      moving: Number.isFinite(leaveAfter)
        ? movingOf({ events: left > 0 ? events : 0, properties, tableGb: table }, history)
        : 0,
    };
  });
}

/** Going through the table each month at half a unit for 4 KB; a unit for each row that goes, and a put for each object. */
function movingOf(
  { events, properties, tableGb }: Pick<Load, 'events' | 'properties'> & { tableGb: number },
  { rows, rowBytes }: Measured['history'],
): number {
  const walks = (monthsAYear * tableGb) / bytesToGb / scanned / 2;
  const reads = (events * rowBytes) / scanned;
  const objects = events === 0 ? 0 : properties * supposed.subjectsPerProperty.value;
  return (
    (walks + reads) * prices.readUnit.value +
    events * rows * prices.writeUnit.value +
    objects * (prices.bucketPut.value + 2 * prices.writeUnit.value)
  );
}
