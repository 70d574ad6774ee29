import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  admit,
  afterAnswer,
  afterFailure,
  type Circuit,
  circuitLimits,
  closed,
} from '../../functions/core/delivery/circuit.ts';
import { instantOf } from '../../schemas/reference.ts';
import { runs } from '../support/effort.ts';

/** What one of several callers does next: asks to call, or hears how its call ended; some die and hear nothing. */
const step = fc.record({
  caller: fc.nat({ max: 3 }),
  seconds: fc.nat({ max: 120 }),
  ends: fc.constantFrom('answered', 'failed', 'lost'),
});

interface Call {
  probe: boolean;
  until: number;
}

/** Several callers of one system, who share its circuit. */
function makeCallers() {
  const calls = new Map<number, Call>();
  let circuit: Circuit = closed;
  return {
    /** Takes a call off the caller's hands, unless it has none or is dead by now. */
    underWay(caller: number, now: number): Call | undefined {
      const call = calls.get(caller);
      calls.delete(caller);
      return call !== undefined && now < call.until ? call : undefined;
    },
    hear(call: Call, ends: 'answered' | 'failed', now: number) {
      const before = circuit;
      circuit =
        ends === 'answered'
          ? afterAnswer(circuit)
          : afterFailure(circuit, { at: instantOf(now), probe: call.probe });
      if (ends === 'answered') expect(circuit).toEqual(closed);
      if (before.state === 'closed' && circuit.state === 'open')
        expect(before.failures).toBe(circuitLimits.opensAfter - 1);
    },
    ask(caller: number, now: number) {
      const at = instantOf(now);
      const admission = admit(circuit, at);
      expect(admission.kind === 'no').toBe(circuit.state !== 'closed' && at < circuit.until);
      if (admission.kind === 'no') return;
      const probe = admission.kind === 'probe';
      if (probe) {
        expect([...calls.values()].filter(other => other.probe && now < other.until)).toEqual([]);
        circuit = admission.next;
      }
      calls.set(caller, { probe, until: now + circuitLimits.probe * 1000 });
    },
  };
}

it('never has two probes under way at once, whoever dies, and opens and closes for a reason only', () => {
  const property = fc.property(fc.array(step, { maxLength: 200 }), steps => {
    const callers = makeCallers();
    let now = Date.parse('2025-06-02T08:00:00Z');
    for (const { caller, seconds, ends } of steps) {
      now += seconds * 1000;
      const call = callers.underWay(caller, now);
      if (call === undefined || ends === 'lost') callers.ask(caller, now);
      else callers.hear(call, ends, now);
    }
  });
  fc.assert(property, { numRuns: runs(500) });
});
