import type { Place } from '../../../functions/core/identity/place.ts';

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as people in London write it, in a column: ` 2 Jun 2025 08:40`. */
export function momentWords(moment: Date): string {
  const part = Object.fromEntries(londonTime.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${part['day']} ${part['month']?.slice(0, 3)} ${part['year']}`;
  return `${day.padStart(11)} ${part['hour']}:${part['minute']}`;
}

/** `housing.visit.access-attempted.v1` in words: visit access attempted. */
export function eventWords(type: string): string {
  const [, subject = '', what = ''] = type.split('.');
  return `${subject} ${what.replaceAll('-', ' ')}`;
}

/** Names subjects by the shortest beginning of their address that means one place only: `Flat 4`, `Flat 2, Alder Court`. */
export function makeNames(places: readonly Place[]): (subject: string) => string {
  const beginnings = ({ address }: Place) => {
    const parts = address.split(', ');
    return parts.map((_, index) => parts.slice(0, index + 1).join(', '));
  };
  const taken = Map.groupBy(places.flatMap(beginnings), beginning => beginning);
  const names = new Map(
    places.map(place => [
      place.uprn as string,
      beginnings(place).find(beginning => taken.get(beginning)?.length === 1) ?? place.address,
    ]),
  );
  return subject => {
    if (subject.startsWith('person/')) return 'a person';
    const uprn = subject.replace(/^property\//, '');
    return names.get(uprn) ?? uprn;
  };
}

/** Equal things once, in the order in which they first came, with how often where it is more than once. */
export function counted(things: readonly string[]): string[] {
  return [...Map.groupBy(things, thing => thing)].map(([thing, all]) =>
    all.length === 1 ? thing : `${thing} ×${all.length}`,
  );
}
