import type { EventOf, SystemEvent } from '../../schemas/catalogue.ts';
import type { LocalReference } from '../../schemas/reference.ts';
import { eventOf, flat4 } from './events.ts';

interface More {
  hazardReference?: string;
  system?: string;
}

const nine = (day: string) => `${day}T09:00:00Z`;
const named = ({ hazardReference }: More) => ({
  hazard: 'damp-and-mould' as const,
  ...(hazardReference === undefined ? {} : { hazardReference: hazardReference as LocalReference }),
});

/** Somebody reports damp and mould at flat 4, at nine on a day. */
export function suspects(day: string, system = 'leaks'): SystemEvent {
  return eventOf({
    type: 'housing.hazard.suspected.v1',
    system,
    at: nine(day),
    home: flat4,
    data: { hazard: 'damp-and-mould' },
  });
}

/** Repairs concludes an investigation of it. */
export function finds(
  day: string,
  result: EventOf<'housing.hazard.investigated.v1'>['data']['result'],
  more: More = {},
): SystemEvent {
  const { system = 'repairs' } = more;
  const data = { ...named(more), result };
  return eventOf({ type: 'housing.hazard.investigated.v1', system, at: nine(day), home: flat4, data });
}

/** It comes to a further stage. */
export function works(
  stage: 'made-safe' | 'works-started' | 'works-completed',
  day: string,
  more: More = {},
): SystemEvent {
  const { system = 'repairs' } = more;
  return eventOf({
    type: `housing.hazard.${stage}.v1`,
    system,
    at: nine(day),
    home: flat4,
    data: named(more),
  });
}

/** Somebody closes it. */
export function closes(
  day: string,
  more: More & { outcome?: EventOf<'housing.hazard.closed.v1'>['data']['outcome'] } = {},
): SystemEvent {
  const { system = 'repairs', outcome = 'remedied' } = more;
  const data = { ...named(more), outcome };
  return eventOf({ type: 'housing.hazard.closed.v1', system, at: nine(day), home: flat4, data });
}
