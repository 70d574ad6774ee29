/** So many of the latest days are compared every night, and each of those before once in so many nights. */
const latestDays = 7;
const nightsBetween = 30;
/** So many days are sealed in one night: what a long outage left is caught up with, a month a night. */
const mostSealed = 31;

const dayMs = 24 * 60 * 60 * 1000;

/** A day in UTC, so many days before another. */
export function dayBefore(day: string, days = 1): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, '2025-06-02'.length);
}

/**
 * The days that are to be sealed: every one that is over since the last sealed one, so that a day without rows has a seal, too.
 * @param open the first day that may still get rows
 * @param last the last day that is sealed, if any: else the sealing begins with the day before
 */
export function daysToSeal(open: string, last: string | undefined): string[] {
  const days: string[] = [];
  let day = last === undefined ? dayBefore(open) : dayBefore(last, -1);
  for (; day < open && days.length < mostSealed; day = dayBefore(day, -1)) days.push(day);
  return days;
}

/**
 * The days that are compared tonight with their seals, the latest first: enough that a change of last week shows tomorrow, any
 * other within a month, and a night costs little.
 * @param open the first day that may still get rows
 * @param keptDays how long a row is kept; older days have none any more
 */
export function daysToCompare(open: string, keptDays: number): string[] {
  return Array.from({ length: keptDays - 1 }, (_, index) => index + 1)
    .filter(age => age <= latestDays || age % nightsBetween === 0)
    .map(age => dayBefore(open, age));
}
