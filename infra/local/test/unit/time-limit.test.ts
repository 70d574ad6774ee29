import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leftOfLimit, slownessAt, startLimit } from '../../time-limit.ts';

/** More than any machine is slow. */
const FOR_EVER = 1_000_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('how slow a machine is', () => {
  it.each([
    [0, 2, 4],
    [2, 2, 4],
    [20, 2, 40],
  ])('at load %d with %d cores: %d times', (load, cores, slow) => {
    expect(slownessAt(load, cores)).toBe(slow);
  });
});

describe('a limit', () => {
  it('is not reached when its time has passed, and is in the end, once', async () => {
    const run = vi.fn();
    startLimit(run, 1000);
    await vi.advanceTimersByTimeAsync(3999);
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(FOR_EVER);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is never reached when its timer is cleared, however often that was extended', async () => {
    const run = vi.fn();
    const timer = startLimit(run, 1000);
    await vi.advanceTimersByTimeAsync(2500);
    clearTimeout(timer);
    await vi.advanceTimersByTimeAsync(FOR_EVER);
    expect(run).not.toHaveBeenCalled();
  });

  it('says how much of it is left: all at first, nothing when it is reached', async () => {
    const from = performance.now();
    expect(leftOfLimit(1000, from)).toBe(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(leftOfLimit(1000, from)).toBeGreaterThanOrEqual(750);
    expect(leftOfLimit(1000, from)).toBeLessThan(1000);
    await vi.advanceTimersByTimeAsync(FOR_EVER);
    expect(leftOfLimit(1000, from)).toBe(0);
  });
});
