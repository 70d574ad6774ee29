import type { Instant } from '../../../schemas/reference.ts';
import { admit, afterAnswer, afterFailure, type Circuit } from '../../core/delivery/circuit.ts';
import type { SendOutcome } from '../../core/delivery/send-outcome.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { CircuitStore } from '../../shell/tables/deliveries/circuit-store.ts';

interface Guarded<Given extends unknown[]> {
  send: (...given: Given) => Promise<SendOutcome>;
  circuits: Pick<CircuitStore, 'read' | 'change'>;
  now: () => Instant;
}

/**
 * Puts a system's circuit (circuit breaker) in front of a sender: while the system cannot be reached nothing is sent but one probe at a
 * time, and everything else waits for its end. A metric filter reads the line that says so.
 * @returns what makes the sender of one invocation: while the circuit is closed, it is read once, until a call fails.
 */
export function guard<Given extends unknown[]>(guarded: Guarded<Given>) {
  return () => {
    let read: Promise<Circuit> | undefined;
    const circuits = {
      change: guarded.circuits.change,
      async known() {
        read ??= guarded.circuits.read();
        return await read;
      },
      forget() {
        read = undefined;
      },
    };
    return (...given: Given) => sendGuarded({ ...guarded, circuits }, given);
  };
}

interface Circuits extends Pick<CircuitStore, 'change'> {
  /** The circuit as it was when this invocation first asked. */
  known: () => Promise<Circuit>;
  forget: () => void;
}

async function sendGuarded<Given extends unknown[]>(
  { send, circuits, now }: Omit<Guarded<Given>, 'circuits'> & { circuits: Circuits },
  given: Given,
): Promise<SendOutcome> {
  const at = now();
  const { admission, next: asked } = await admitted(circuits, at);
  if (admission.kind === 'no') {
    const { since, until, isProbed } = admission;
    logLine(logLines.circuitOpen, { since, until });
    const reason = `out of reach since ${since}`;
    return { kind: 'later', reason, notBefore: until, ...(isProbed && { untried: true }) };
  }
  const outcome = await send(...given);
  const isNews = outcome.kind === 'later' || afterAnswer(asked) !== asked;
  if (isNews) {
    circuits.forget();
    await recordOutcome(circuits, outcome, { at: now(), probe: admission.kind === 'probe' });
  }
  return outcome;
}

/** Asks for the right to probe where the circuit is not closed: only one may have it. */
async function admitted({ known, forget, change }: Circuits, at: Instant) {
  const circuit = await known().catch((error: unknown) => {
    forget();
    throw error;
  });
  const free = admit(circuit, at);
  if (free.kind === 'free') return { admission: free, next: circuit };
  return await change(present => {
    const asking = admit(present, at);
    return { admission: asking, next: asking.kind === 'probe' ? asking.next : present };
  });
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
