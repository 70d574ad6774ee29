import type { Random } from '../../../bench/support/random.ts';

/** A home of the invented gazetteer, in parts: what an address of it may say, and what tells it from others. */
export interface KnownHome {
  uprn: string;
  /** As the gazetteer writes it: `Flat 4`, `First Floor Rear Flat`; none for a house or a whole building. */
  unit?: string;
  building?: string;
  estate?: string;
  number?: string;
  street: string;
  locality: string;
  town: string;
  postcode: string;
}

/** The address as the gazetteer writes it. */
export function addressOf({ unit, building, estate, number, street, locality, town }: KnownHome): string {
  const road = [number, street].filter(Boolean).join(' ');
  return [unit, building, estate, road, locality, town].filter(Boolean).join(', ');
}

/** The rows of the extract of a gazetteer, as the import reads it. */
export function extractOf(homes: readonly KnownHome[]): string {
  const rows = homes.map(home => `${home.uprn},"${addressOf(home)}",${home.postcode}`);
  return `${['uprn,address,postcode', ...rows].join('\n')}\n`;
}

/** Gives the next of a row of numbers that look like UPRNs. */
export function makeUprns(first: number): () => string {
  let last = first;
  return () => String(last++);
}

/** A made-up postcode of an area that does not exist; the inward letters are those that are used. */
export function makePostcode(area: string, random: Random): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const letter = () => letters[random.below(letters.length)];
  return `${area}${1 + random.below(9)} ${random.below(10)}${letter()}${letter()}`;
}
