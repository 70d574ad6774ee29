import type { Given } from './given.ts';
import { borough, type Load } from './load.ts';
import { bases } from './page-bases.ts';
import { growth } from './page-growth.ts';
import { perMillion } from './page-hops.ts';
import { ofLandlords } from './page-landlords.ts';
import { quotas } from './page-quotas.ts';
import { perYear } from './page-year.ts';

/** The page of what it costs, for one load. */
export function costPage(given: Given, load: Load): string {
  return [
    ...perMillion(given, load),
    ...perYear(given, load),
    ...ofLandlords(given),
    ...growth(given, load),
    ...quotas(given.measured.singly),
    ...bases(given.measured),
  ].join('\n');
}

/** The page as it is kept in the repository: for a borough. */
export function keptPage(given: Given): string {
  const introduction = [
    '# The cost',
    '',
    'Written by `npm run cost -- --write`: from the templates as they are synthesised, from what `npm run bench -- costs` measured, and from prices with their day and source. For another landlord: `npm run cost -- --events 2000000 --properties 31000 --systems 5`.',
    '',
    '',
  ].join('\n');
  return `${introduction}${costPage(given, borough)}\n`;
}
