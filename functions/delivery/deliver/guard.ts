import type { Instant } from '../../../schemas/reference.ts';
import { admit, afterAnswer, afterFailure } from '../../core/delivery/circuit.ts';
import type { SendOutcome } from '../../core/delivery/send-outcome.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { CircuitStore } from '../../shell/tables/deliveries/circuit-store.ts';

interface Guarded<Given extends unknown[]> {
  send: (...given: Given) => Promise<SendOutcome>;
  circuits: Pick<CircuitStore, 'change'>;
  now: () => Instant;
}

/**
 * Puts a system's circuit (circuit breaker) in front of a sender: while the system cannot be reached nothing is sent but one probe at a
 * time, and everything else waits for its end. A metric filter reads the line that says so.
 */
export function guard<Given extends unknown[]>({ send, circuits, now }: Guarded<Given>) {
  return async (...given: Given): Promise<SendOutcome> => {
    const at = now();
    const { admission, next: asked } = await circuits.change(circuit => {
      const asking = admit(circuit, at);
      return { admission: asking, next: asking.kind === 'probe' ? asking.next : circuit };
    });
    if (admission.kind === 'no') {
      const { since, until, isProbed } = admission;
      logLine(logLines.circuitOpen, { since, until });
      const reason = `out of reach since ${since}`;
      return { kind: 'later', reason, notBefore: until, ...(isProbed && { untried: true }) };
    }
    const outcome = await send(...given);
    const isNews = outcome.kind === 'later' || afterAnswer(asked) !== asked;
    if (isNews) {
      await recordOutcome(circuits, outcome, { at: now(), probe: admission.kind === 'probe' });
    }
    return outcome;
  };
}

/** Best effort: whether a message was taken does not depend on it, and the next failure is counted again. */
async function recordOutcome(
  circuits: Pick<CircuitStore, 'change'>,
  outcome: SendOutcome,
  call: { at: Instant; probe: boolean },
) {
  try {
    const { before, next } = await circuits.change(circuit => ({
      before: circuit,
      next:
        outcome.kind === 'later'
          ? afterFailure(circuit, { ...call, notBefore: outcome.notBefore })
          : afterAnswer(circuit),
    }));
    if (next.state === 'open') {
      logLine(logLines.circuitOpened, { since: next.since, until: next.until });
    }
    if (next.state === 'closed' && before.state !== 'closed') {
      logLine(logLines.circuitClosed, { since: before.since });
    }
  } catch (error) {
    logLine(logLines.circuitNotSaved, { error: errorName(error) });
  }
}
