import { describe, expect, it } from 'vitest';
import {
  admit,
  afterAnswer,
  afterFailure,
  type Circuit,
  closed,
} from '../../../../functions/core/delivery/circuit.ts';
import { type Instant, instantOf } from '../../../../schemas/reference.ts';

const start = Date.parse('2025-06-02T08:00:00Z');
const at = (seconds: number): Instant => instantOf(start + seconds * 1000);

function failing(times: number, circuit: Circuit = closed): Circuit {
  const calls = Array.from({ length: times }, (_, index) => ({ at: at(index), probe: false }));
  return calls.reduce(afterFailure, circuit);
}

/** The circuit after the probe at `seconds` failed. */
function probed(circuit: Circuit, seconds: number): Circuit {
  const admission = admit(circuit, at(seconds));
  if (admission.kind !== 'probe') throw new Error('no probe is due');
  return afterFailure(admission.next, { at: at(seconds), probe: true });
}

describe('a closed circuit', () => {
  it('lets every call through and opens at the fifth failure in a row', () => {
    expect(admit(failing(4), at(10))).toEqual({ kind: 'free' });
    expect(failing(5)).toEqual({ state: 'open', since: at(4), until: at(64), probes: 0 });
  });

  it('forgets failures at the first answer', () => {
    expect(failing(4, afterAnswer(failing(4)))).toEqual({ state: 'closed', failures: 4 });
  });

  it('stays as it is at an answer where nothing is known against the system', () => {
    const quiet: Circuit = { state: 'closed', failures: 0 };
    expect(afterAnswer(quiet)).toBe(quiet);
    expect(afterAnswer(failing(1))).toEqual({ state: 'closed', failures: 0 });
  });

  it('opens for as long as the receiver asked', () => {
    const { since, until } = afterFailure(failing(4), {
      at: at(4),
      probe: false,
      notBefore: at(600),
    }) as Extract<Circuit, { state: 'open' }>;
    expect([since, until]).toEqual([at(4), at(600)]);
  });
});

describe('an open circuit', () => {
  const open = failing(5);

  it('lets nothing through before its time, and says until when', () => {
    expect(admit(open, at(63))).toEqual({ kind: 'no', since: at(4), until: at(64), isProbed: false });
  });

  it('then lets one probe through and nothing beside it', () => {
    const admission = admit(open, at(64));
    const next = { state: 'half-open', since: at(4), probes: 0, until: at(99) };
    expect(admission).toEqual({ kind: 'probe', next });
    expect(admit(next as Circuit, at(98))).toEqual({
      kind: 'no',
      since: at(4),
      until: at(99),
      isProbed: true,
    });
  });

  it('lets another probe through when nobody heard the end of the first', () => {
    const halfOpen: Circuit = { state: 'half-open', since: at(4), probes: 0, until: at(99) };
    expect(admit(halfOpen, at(99))).toMatchObject({ kind: 'probe', next: { until: at(134) } });
  });

  it('is asked more and more rarely, up to every quarter of an hour', () => {
    const waits: number[] = [];
    let circuit = open;
    let seconds = 64;
    for (let probe = 0; probe < 6; probe += 1) {
      circuit = probed(circuit, seconds);
      if (circuit.state === 'closed') throw new Error('it closed');
      waits.push((Date.parse(circuit.until) - Date.parse(at(seconds))) / 1000);
      seconds = (Date.parse(circuit.until) - start) / 1000;
    }
    expect(waits).toEqual([120, 240, 480, 900, 900, 900]);
    expect(circuit).toMatchObject({ since: at(4) });
  });

  it('is not kept open by calls that began before it opened', () => {
    expect(afterFailure(open, { at: at(20), probe: false })).toBe(open);
    const halfOpen: Circuit = { state: 'half-open', since: at(4), probes: 0, until: at(99) };
    expect(afterFailure(halfOpen, { at: at(70), probe: false })).toBe(halfOpen);
  });

  it('is not kept open by a probe that ends after another has opened it again', () => {
    expect(afterFailure(open, { at: at(70), probe: true })).toBe(open);
  });

  it('closes at any answer', () => {
    expect(afterAnswer(open)).toEqual(closed);
  });
});
