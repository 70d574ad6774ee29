import { expect, it, vi } from 'vitest';
import { replayToRecords } from '../../../../functions/operators/ops/replay.ts';
import type { DeadLetterQueues } from '../../../../functions/shell/operations/dead-letter-queues.ts';
import type { Replay } from '../../../../functions/shell/operations/replay.ts';
import { instant } from '../../../support/events.ts';

const now = instant('2025-06-03T12:00:00Z');

function setUp({ waiting = [0], failed = 0, completed = true } = {}) {
  const printed: string[] = [];
  const replay = vi.fn<Replay>(() =>
    Promise.resolve({ completed, outcome: completed ? 'COMPLETED' : 'FAILED: no such rule' }),
  );
  const depths = [...waiting];
  const deps = {
    parts: { recordRuleArn: 'arn:rule', queues: [{ name: 'records', url: 'dead', logGroups: [] }] },
    replay,
    deadLetters: {
      sourcesOf: () => Promise.resolve(['empty', 'source']),
      depth: (url: string) =>
        Promise.resolve(url === 'empty' ? 0 : url === 'source' ? (depths.shift() ?? 0) : failed),
    } as unknown as DeadLetterQueues,
    now: () => now,
    latest: () => now,
    newName: () => 'replay-1',
    wait: vi.fn(() => Promise.resolve()),
    print: (line: string) => printed.push(line),
  };
  return { deps, replay, printed };
}
const [from, to] = [instant('2025-06-01T00:00:00Z'), instant('2025-06-02T00:00:00Z')];

it('replays to the record rule alone, and waits until the records have dealt with it', async () => {
  const { deps, replay, printed } = setUp({ waiting: [3, 1, 0] });
  expect(await replayToRecords(deps, { from, to })).toBe(true);
  expect(replay.mock.calls).toEqual([[{ name: 'replay-1', from, to, ruleArn: 'arn:rule' }]]);
  expect(deps.wait).toHaveBeenCalledTimes(2);
  expect(printed.slice(1)).toEqual(['replay-1: COMPLETED', 'The records have dealt with all of it']);
});

it('warns that the latest events may not be archived yet', async () => {
  const { deps, printed } = setUp();
  await replayToRecords(deps, { from, to: undefined });
  expect(printed[0]).toMatch(/last ten minutes/);
});

it('is not done when it failed, or when messages are among the dead letters', async () => {
  expect(await replayToRecords(setUp({ completed: false }).deps, { from, to })).toBe(false);
  const { deps, printed } = setUp({ failed: 2 });
  expect(await replayToRecords(deps, { from, to })).toBe(false);
  expect(printed.at(-1)).toBe('2 messages are among the dead letters');
});
