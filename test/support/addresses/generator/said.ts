import type { KnownHome } from './known-home.ts';

/** What a writer says of the home that is meant, part by part; what is absent is not said. */
export interface Said {
  unit?: string;
  building?: string;
  estate?: string;
  number?: string;
  street?: string;
  locality?: string;
  town?: string;
  postcode?: string;
}

const parts = ['unit', 'building', 'estate', 'number', 'street', 'locality', 'town', 'postcode'] as const;

/**
 * The homes that what is said can mean: those that contradict none of it. This judges the parts that the generator
 * chose, before they were written down and misspelt: it knows nothing of how matching works.
 */
export function homesMeant(said: Said, homes: readonly KnownHome[]): KnownHome[] {
  return homes.filter(home =>
    parts.every(part => said[part] === undefined || agrees(part, said[part], home)),
  );
}

function agrees(part: (typeof parts)[number], value: string, home: KnownHome): boolean {
  if (part === 'unit' || part === 'number') return doorOf({ ...home, [part]: value }) === doorOf(home);
  if (part === 'postcode') return home.postcode.startsWith(value);
  return home[part] === value;
}

/** `Flat A` at 12 and 12A are one door. */
function doorOf({ unit = '', number = '' }: Pick<KnownHome, 'unit' | 'number'>): string {
  const letter = /^Flat ([A-Z])$/.exec(unit)?.[1];
  return letter !== undefined && /^\d+$/.test(number) ? `${number}${letter}` : `${unit}/${number}`;
}
