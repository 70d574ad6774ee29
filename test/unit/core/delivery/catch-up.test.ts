import { expect, it } from 'vitest';
import {
  isDueAgain,
  mostAgain,
  type SentAgain,
  sentAgain,
} from '../../../../functions/core/delivery/catch-up.ts';
import { catchUpPolicy } from '../../../../functions/core/delivery/times.ts';
import { secondsAfter, secondsBetween } from '../../../../functions/core/time/instants.ts';
import { instant } from '../../../support/events.ts';

const changedAt = instant('2025-06-02T08:00:00Z');
const flag = { version: 4, changedAt };
const after = (minutes: number) => secondsAfter(changedAt, 60 * minutes);

it('has the usual way half an hour before anything is sent again', () => {
  expect(isDueAgain(flag, {}, after(29))).toBe(false);
  expect(isDueAgain(flag, {}, after(30))).toBe(true);
});

it('sends a version again less and less often, but once a day for as long as it is not held', () => {
  let at = after(30);
  let again: SentAgain | undefined;
  const hours: number[] = [];
  for (let times = 0; times < 8; times += 1) {
    again = sentAgain(flag.version, again === undefined ? {} : { again }, at);
    expect(again.times).toBe(times + 1);
    hours.push(secondsBetween(at, again.notBefore) / 3600);
    expect(isDueAgain(flag, { again }, secondsAfter(again.notBefore, -1))).toBe(false);
    at = again.notBefore;
    expect(isDueAgain(flag, { again }, at)).toBe(true);
  }
  expect(hours).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
});

it('sends nothing to a system out of reach, and one thing where nothing has asked for half an hour whether it is back', () => {
  const at = after(60);
  expect(mostAgain({ state: 'closed', failures: 4 }, at)).toBe(catchUpPolicy.most);
  const broken = { since: after(0), probes: 7 };
  for (const state of ['open', 'half-open'] as const) {
    expect(mostAgain({ ...broken, state, until: after(31) }, at)).toBe(0);
    expect(mostAgain({ ...broken, state, until: after(30) }, at)).toBe(1);
  }
});

it('begins anew with a higher version', () => {
  const again = { version: 4, times: 6, notBefore: after(24 * 60) };
  expect(isDueAgain({ ...flag, version: 5 }, { again }, after(31))).toBe(true);
  expect(sentAgain(5, { again }, after(31)).times).toBe(1);
});

it('leaves what was sent and is not acknowledged to the system for a day, unless it says that it does not have it', () => {
  const sent = { version: 4, sentAt: after(1) };
  expect(isDueAgain(flag, sent, after(24 * 60))).toBe(false);
  expect(isDueAgain(flag, sent, after(24 * 60 + 1))).toBe(true);
  expect(isDueAgain(flag, { ...sent, lost: true }, after(31))).toBe(true);
  expect(isDueAgain(flag, { ...sent, version: 3 }, after(31))).toBe(true);
});

it('sends what is not acknowledged again after a day, then two, four and each week', () => {
  const sent = { version: 4, sentAt: after(1) };
  const days: number[] = [];
  let again: SentAgain | undefined;
  let at = after(24 * 60 + 1);
  for (let times = 0; times < 6; times += 1) {
    again = sentAgain(4, again === undefined ? sent : { ...sent, again }, at);
    days.push(secondsBetween(at, again.notBefore) / 86_400);
    at = again.notBefore;
  }
  expect(days).toEqual([1, 2, 4, 7, 7, 7]);
});
