import type { Instant } from '../../../schemas/reference.ts';

/**
 * Events leave the table by whole years: those of a subject and a year lie in one object, or, where there are very many, those
 * of each month. An instant begins with the period that it is in.
 */
export type Period = string;

/** So many events of a year are one object at the most, unless more come late: whoever reads any of them reads all. */
const mostOfYear = 1000;

/** The year from which on events stay in the table: all years before it ended so many months ago, or earlier. */
export function firstYearKept(now: Instant, months: number): string {
  const [year = 0, month = 1] = now.split('-').map(Number);
  return String(Math.floor((12 * year + month - 1 - months) / 12)).padStart(4, '0');
}

/** The year in which something happened. */
export function yearOf(happened: string): Period {
  return happened.slice(0, '2023'.length);
}

/**
 * The period in which each event of a year goes: that in which others of its time are already, so that they are found together.
 * @param happened when they happened, all in one year
 * @param moved the periods of the subject that there are
 */
export function periodOf(happened: readonly string[], moved: readonly Period[]): (one: string) => Period {
  const [year = ''] = happened.map(yearOf);
  if (moved.includes(year)) return yearOf;
  const isByMonth = happened.length > mostOfYear || moved.some(period => period.startsWith(`${year}-`));
  return isByMonth ? one => one.slice(0, '2023-04'.length) : yearOf;
}

/** Whether anything of a period may lie between two instants; texts that instants begin with will do. */
export function reaches(period: Period, from: string, until: string): boolean {
  return period >= from.slice(0, period.length) && period <= until.slice(0, period.length);
}
