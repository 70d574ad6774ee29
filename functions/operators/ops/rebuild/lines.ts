import type { Difference } from '../../../core/record/difference.ts';
import type { Rebuilt } from '../../../core/record/rebuild.ts';
import { isHarmless, lengthOf } from '../harmless.ts';

/** As many places as a screen has room for. */
const placesShown = 40;

/** Where a stored record differs from a rebuilt one, line by line. */
export function differenceLines({ differences }: Rebuilt, showPayload: boolean): string[] {
  const said = (place: Difference, side: 'live' | 'rebuilt') =>
    side in place ? show(place[side], showPayload) : 'nothing';
  const lines = differences
    .slice(0, placesShown)
    .map(
      place => `  ${place.path}: ${said(place, 'live')} is stored, the events say ${said(place, 'rebuilt')}`,
    );
  const more = differences.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} places more`] : lines;
}

/** The flags of which the teams' systems do not know what the record says now. */
export function flagLines({ unannounced: { announcements } }: Rebuilt): string[] {
  return announcements.map(({ type, data: { flag } }) => {
    const [, , verb] = type.split('.');
    const tenancy = flag.tenancyReference === undefined ? '' : ` of tenancy ${flag.tenancyReference}`;
    return `  flag ${flag.code}${tenancy}: the next event about ${flag.on} will announce it as ${verb}`;
  });
}

function show(value: unknown, showPayload: boolean): string {
  if (showPayload || isHarmless(value)) return JSON.stringify(value);
  if (typeof value === 'object') return 'a whole';
  return lengthOf(value);
}
