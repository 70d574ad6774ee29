import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installPatientTimers } from '../../../lambda/patient-timers.ts';

const { setTimeout: realTimer } = globalThis;
const { timeout: realSignal } = AbortSignal;

beforeEach(() => {
  vi.useFakeTimers();
  installPatientTimers();
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.setTimeout = realTimer;
  AbortSignal.timeout = realSignal;
});

it('goes off late when it is the limit of something, with the values that it was given', async () => {
  const run = vi.fn();
  setTimeout(run, 5000, 'one', 'other');
  await vi.advanceTimersByTimeAsync(19_999);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_000_000);
  expect(run.mock.calls).toEqual([['one', 'other']]);
});

it('goes off at its time when it is a pause', async () => {
  const run = vi.fn();
  setTimeout(run, 999, 'one');
  await vi.advanceTimersByTimeAsync(999);
  expect(run.mock.calls).toEqual([['one']]);
});

it('aborts late what a signal limits, for the reason that Node gives', async () => {
  const signal = AbortSignal.timeout(10_000);
  await vi.advanceTimersByTimeAsync(39_999);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000_000);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

it('leaves promises of timers as they are', async () => {
  vi.useRealTimers();
  globalThis.setTimeout = realTimer;
  installPatientTimers();
  expect(await promisify(setTimeout)(1, 'value')).toBe('value');
  expect(await sleep(1, 'value')).toBe('value');
});
