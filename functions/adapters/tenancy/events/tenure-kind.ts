import type * as z from 'zod';
import type { tenureKindSchema } from '../../../../schemas/events/tenancy.ts';
import type { tenureSchema } from '../vendor-parts.ts';

type Kind = z.output<typeof tenureKindSchema>;

/** The system's tenure codes whose meaning is published, by what the law makes of them. */
const byCode: ReadonlyMap<string, Kind> = new Map([
  ['SEC', 'secure'],
  ['INT', 'introductory'],
  ['NON', 'non-secure'],
  ['LEA', 'leasehold'],
  ['FRE', 'freehold'],
  ['SHO', 'shared-ownership'],
  ['DEC', 'temporary'],
  ['TEM', 'temporary'],
]);

/** Words of a description that say the same, where the code is missing or new. */
const byWords: readonly (readonly [words: RegExp, kind: Kind])[] = [
  [/\bnon[- ]secure\b/i, 'non-secure'],
  [/\bsecure\b/i, 'secure'],
  [/\bintroductory\b/i, 'introductory'],
  [/\bassured\b/i, 'assured'],
  [/\bshared owner/i, 'shared-ownership'],
  [/\bleasehold|\blease\b/i, 'leasehold'],
  [/\bfreehold/i, 'freehold'],
  [/\btemp(orary)?\b|\bhostel\b/i, 'temporary'],
  [/\blicen[cs]e\b/i, 'licence'],
];

/** What the law makes of a tenure; nothing where neither its code nor its words say. */
export function tenureKindOf({
  code,
  description = '',
}: z.output<typeof tenureSchema>['tenureType']): Kind | undefined {
  return byCode.get(code?.toUpperCase() ?? '') ?? byWords.find(([words]) => words.test(description))?.[1];
}
