import { expect, it, vi } from 'vitest';
import { makeCommit } from '../../../../functions/records/commit/commit.ts';
import type { RecordsStore } from '../../../../functions/shell/tables/records/records-store.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';

const subject = propertySubject(flat4);
const event = eventOf({
  type: 'housing.leak.contained.v1',
  at: '2025-06-02T07:40:00Z',
  home: flat4,
  data: { leakReference: 'L-1' as LocalReference },
});
const conflict = { committed: false, reason: 'conflict' } as const;
const nothing = { subject, version: 0, record: undefined, flags: {}, rows: {}, rowsInRecord: {} };

function setUp(commits: Parameters<typeof vi.fn<RecordsStore['commit']>>[0]) {
  const store = {
    read: vi.fn(() => Promise.resolve(nothing)),
    readTogether: vi.fn(() => Promise.resolve({ subjects: [nothing], heard: new Map() })),
    fingerprints: vi.fn(() => Promise.resolve([])),
    timeline: vi.fn(() => Promise.resolve([])),
    commit: vi.fn<RecordsStore['commit']>(commits),
  };
  const pause = vi.fn(() => Promise.resolve());
  const keep = vi.fn(() => Promise.resolve('q'));
  const commit = makeCommit({ store, keep, now: () => instant('2025-06-20T10:00:00Z'), pause });
  return { store, pause, keep, commit };
}

it('reads and folds again after every conflict, with a pause between', async () => {
  const answers = [conflict, conflict, { committed: true as const }];
  const { store, pause, commit } = setUp(() => Promise.resolve(answers.shift() ?? conflict));
  await commit([subject], [event]);
  expect(store.readTogether).toHaveBeenCalledTimes(3);
  expect(pause.mock.calls).toEqual([[0], [1]]);
});

it.each([
  ['in the end', undefined, 16],
  ['as soon as it is asked to', 2, 2],
])('gives up %s, to be tried again', async (_when, conflicts, pauses) => {
  const { pause, commit } = setUp(() => Promise.resolve(conflict));
  await expect(commit([subject], [event], conflicts)).rejects.toMatchObject({ retryable: true });
  expect(pause).toHaveBeenCalledTimes(pauses);
});

it('passes an error on at once', async () => {
  const { store, commit } = setUp(() => Promise.reject(new Error('no route')));
  await expect(commit([subject], [event])).rejects.toThrow('no route');
  expect(store.commit).toHaveBeenCalledTimes(1);
});

it('costs one read and one transaction', async () => {
  const { store, keep, commit } = setUp(() => Promise.resolve({ committed: true }));
  await commit([subject], [event]);
  const { readTogether, fingerprints, commit: commits } = store;
  expect([readTogether, fingerprints, commits, keep].map(({ mock }) => mock.calls.length)).toEqual([
    1, 0, 1, 0,
  ]);
});

it('does nothing for nothing', async () => {
  const { store, commit } = setUp(() => Promise.resolve({ committed: true }));
  await commit([subject], []);
  expect(store.readTogether).not.toHaveBeenCalled();
});
