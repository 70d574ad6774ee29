import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { startSchedules } from '../../../events/schedules.ts';
import { FunctionError } from '../../../lambda/function-error.ts';

const minute = 60_000;
let at: number;
let times: string[];
let fault: Mock<(error: unknown) => void>;

function schedules(
  invoke: (event: unknown) => Promise<unknown>,
  times: { everyMs: number; atMs?: number } = { everyMs: 5 * minute },
) {
  const target = { invoke, environments: 1, processorMs: () => 0, stop: () => Promise.resolve() };
  return startSchedules({
    plans: [{ arn: 'arn:rule', functionNames: ['watch'], ...times }],
    functions: new Map([['watch', target]]),
    now: () => new Date(at),
    fault,
  });
}
const noting = (event: unknown) => {
  times.push((event as { time: string }).time.slice(11, 16));
  return Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  at = Date.parse('2025-06-02T09:00:00Z');
  times = [];
  fault = vi.fn<(error: unknown) => void>();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a rule that goes off by the clock', () => {
  it('does so when it is due, and once however far the time was set forward', async () => {
    const { goOff, stop } = schedules(noting);
    for (const minutes of [4, 5, 9, 10, 600]) {
      at = Date.parse('2025-06-02T09:00:00Z') + minutes * minute;
      await goOff();
    }
    stop();
    expect(times).toEqual(['09:05', '09:10', '19:00']);
  });

  it('does so at its time of the day, once for however many days', async () => {
    const { goOff, stop } = schedules(noting, { everyMs: 24 * 60 * minute, atMs: 150 * minute });
    for (const hours of [17, 18, 41, 42, 90]) {
      at = Date.parse('2025-06-02T09:00:00Z') + hours * 60 * minute;
      await goOff();
    }
    stop();
    expect(times).toEqual(['03:00', '03:00', '03:00']);
  });

  it('does so at once when the time was set back, and from there on', async () => {
    const { goOff, stop } = schedules(noting);
    at -= 24 * 60 * minute;
    await goOff();
    await goOff();
    stop();
    expect(times).toEqual(['09:00']);
  });

  it('does so by itself while time flows, until it is stopped', async () => {
    const { stop } = schedules(noting);
    at += 5 * minute;
    await vi.advanceTimersByTimeAsync(1000);
    stop();
    at += 5 * minute;
    await vi.advanceTimersByTimeAsync(5000);
    expect(times).toEqual(['09:05']);
  });

  it('goes on after a function that failed, which its log tells, and reports the runner’s own faults', async () => {
    let error: Error = new FunctionError('watch', { errorType: 'Error', errorMessage: 'no', trace: [] });
    const { goOff, stop } = schedules(() => Promise.reject(error));
    at += 5 * minute;
    await goOff();
    error = new Error('the runner broke');
    at += 5 * minute;
    await vi.advanceTimersByTimeAsync(1000);
    stop();
    expect(fault).toHaveBeenCalledExactlyOnceWith(error);
  });
});
