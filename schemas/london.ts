/** A day of a calendar, which has no clock to change. */
const day = 86_400_000;
const hour = 3_600_000;

/**
 * From here on one rule holds: an hour ahead from the last Sunday of March to the last of October, each at 01:00 UTC. Before,
 * there were other Sundays (to 1995), an hour ahead all year (1968 to 1971) and two of them in wartime: Node's own data have
 * all of it. A new Act of Parliament would make a second rule here, from its day.
 */
const ruleFrom = Date.UTC(1996, 0, 1);

/** How far a clock in London is ahead of UTC at a moment; all in milliseconds. */
export function aheadInLondon(moment: number): number {
  if (moment < ruleFrom) return aheadBefore(moment);
  const year = new Date(moment).getUTCFullYear();
  return moment >= lastSunday(year, 2) + hour && moment < lastSunday(year, 9) + hour ? hour : 0;
}

/** The days of March and October are as many: the last of either is the 31st. */
function lastSunday(year: number, month: 2 | 9): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * day;
}

let before: Intl.DateTimeFormat | undefined;

function aheadBefore(moment: number): number {
  before ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
  const name = before.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const ahead = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** What calendar and clock in London show at a moment: `2025-06-02` and `08:40:00.000`. */
export function inLondon(moment: number): { date: string; time: string } {
  const [date = '', time = ''] = new Date(moment + aheadInLondon(moment))
    .toISOString()
    .slice(0, -1)
    .split('T');
  return { date, time };
}

/**
 * The moment at which calendar and clock in London show this. An hour that the clocks skip is read as the hour after; one that
 * comes twice as the first of the two.
 *
 * @param date as in ISO 8601, `2025-06-02`
 * @param time with seconds and parts of them, or without: `08:40`; where it is left out, the day begins
 * @returns undefined when there is no such day or time
 */
export function momentInLondon(date: string, time = '00:00'): number | undefined {
  const shown = momentInUtc(date, time);
  if (shown === undefined) return undefined;
  const earlier = shown - aheadInLondon(shown - day);
  const later = shown - aheadInLondon(shown + day);
  return [earlier, later].find(moment => moment + aheadInLondon(moment) === shown) ?? earlier;
}

/** The moment at which calendar and clock show this in UTC; undefined when there is no such day or time. */
export function momentInUtc(date: string, time: string): number | undefined {
  // A leap second is read as the one before it.
  const moment = Date.parse(`${date}T${time.replace(/^(..:..):60/, '$1:59')}Z`);
  // A 31 June is taken for 1 July, and 24:00 for the day after.
  return Number.isNaN(moment) || !new Date(moment).toISOString().startsWith(date) ? undefined : moment;
}

/** The day that lies so many days after another, in any calendar year. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().split('T')[0] ?? date;
}

/** How many days lie between two, negative when the second is the earlier. */
export function daysFrom(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / day;
}
