export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** An instant as systems write it. */
export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as the leaks team types it: the day first, on London's clock. */
export function typedOf(at: number): { date: string; time: string } {
  const [date = '', time = ''] = london.format(at).split(', ');
  return { date, time };
}

/** The day in London. */
export function dayOf(at: number): string {
  return typedOf(at).date.split('/').reverse().join('-');
}

/** When a day begins in London: an hour before midnight in UTC while the clocks are forward. */
function startOfDay(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return dayOf(midnight - hour) === date ? midnight - hour : midnight;
}

/** The beginning of the day in London that lies so many days after the one of an instant. */
export function daysLater(at: number, days: number): number {
  const [year = 0, month = 1, date = 1] = dayOf(at).split('-').map(Number);
  return startOfDay(isoOf(Date.UTC(year, month - 1, date + days)).slice(0, 10));
}
