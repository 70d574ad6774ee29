import * as z from 'zod';
import { type Instant, instantSchema } from '../../../schemas/reference.ts';
import { laterOf, secondsAfter } from '../time/instants.ts';

/** When a system counts as out of reach, and when it is asked again: data, times in seconds. */
export const circuitLimits = {
  /** So many failures in a row open the circuit. */
  opensAfter: 5,
  /** The first probe comes after this, the next after twice that … */
  firstOpen: 60,
  /** … but never later than a quarter of an hour. */
  longestOpen: 15 * 60,
  /** A probe without an outcome by then is lost, and another may be made. */
  probe: 35,
} as const;

const broken = { since: instantSchema, until: instantSchema, probes: z.int().nonnegative() };
/** Whether a system is called. Of a broken circuit: since when, how many probes failed, and until when it is so. */
export const circuitSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('closed'), failures: z.int().nonnegative() }),
  z.object({ state: z.literal('open'), ...broken }),
  z.object({ state: z.literal('half-open'), ...broken }),
]);
export type Circuit = z.infer<typeof circuitSchema>;

/** A system that nothing is known against. */
export const closed = { state: 'closed', failures: 0 } as const satisfies Circuit;

/** Whether a call may be made: freely, as the one probe (then `next` has to be stored first), or not until later, when the probe that is under way may have ended. */
export type Admission =
  | { kind: 'free' }
  | { kind: 'probe'; next: Circuit }
  | { kind: 'no'; since: Instant; until: Instant; isProbed: boolean };

/** Asks whether a system may be called. While a circuit is broken, one call at a time is made to see. */
export function admit(circuit: Circuit, at: Instant): Admission {
  if (circuit.state === 'closed') return { kind: 'free' };
  const { since, until, probes } = circuit;
  if (at < until) return { kind: 'no', since, until, isProbed: circuit.state === 'half-open' };
  return {
    kind: 'probe',
    next: { state: 'half-open', since, probes, until: secondsAfter(at, circuitLimits.probe) },
  };
}

/** A call that failed: when, whether it was the probe, and the time that the receiver named. */
interface Failure {
  at: Instant;
  probe: boolean;
  notBefore?: Instant | undefined;
}

/**
 * The circuit after a call that failed. A failure counts where it says something new: a call that began before the
 * circuit opened does not keep it open, and only the probe ends the probing.
 */
export function afterFailure(circuit: Circuit, { at, probe, notBefore = at }: Failure): Circuit {
  if (circuit.state === 'closed') {
    const failures = circuit.failures + 1;
    if (failures < circuitLimits.opensAfter) return { state: 'closed', failures };
    return opened({ since: at, probes: 0, at, notBefore });
  }
  if (circuit.state === 'open' || !probe) return circuit;
  return opened({ since: circuit.since, probes: circuit.probes + 1, at, notBefore });
}

/** The circuit after a call that the system answered, whatever it answered: it is there. */
export function afterAnswer(circuit: Circuit): Circuit {
  return circuit.state === 'closed' && circuit.failures === 0 ? circuit : closed;
}

interface Opening {
  since: Instant;
  probes: number;
  at: Instant;
  notBefore: Instant;
}

function opened({ since, probes, at, notBefore }: Opening): Circuit {
  const wait = Math.min(circuitLimits.longestOpen, circuitLimits.firstOpen * 2 ** Math.min(probes, 16));
  const until = secondsAfter(at, wait);
  return { state: 'open', since, probes, until: laterOf(until, notBefore) };
}
