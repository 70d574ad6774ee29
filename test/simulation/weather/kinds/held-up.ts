import { placesIn } from '../../services/places.ts';
import type { FaultKind } from '../fault.ts';

const mostWrites = 3;
/** How long a function stands still, and how long a call is on its way: mostly until its client gives it up. */
const [still, patience, longest] = [40_000, 4_900, 120_000];

/**
 * Aimed at what has to be one: a write under a condition, or what somebody reads for the second time. What others do in
 * between is just what the condition is there for.
 */
export const heldUp: FaultKind = {
  name: 'held up',
  says: 'a call arrives once others have written what it is about, or after a while',
  rate: 1,
  isAimed: true,
  call(call, random, { hasRead }) {
    const { read, guarded } = placesIn(call);
    const places = [...guarded, ...read.filter(place => hasRead(call.process, place))];
    if (places.length === 0) return undefined;
    const hasLeft = random.chance(0.5);
    const most = hasLeft ? random.pick([patience, patience, longest]) : still;
    const writes = 1 + random.below(mostWrites);
    return { kind: 'held', places, writes, milliseconds: random.next() * most, hasLeft };
  },
};
