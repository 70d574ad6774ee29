import { DescribeReplayCommand, EventBridgeClient, StartReplayCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { makeReplay } from '../../../../functions/shell/operations/replay.ts';
import { instant } from '../../../support/events.ts';

const aws = mockClient(EventBridgeClient);
afterAll(() => aws.restore());
beforeEach(() => aws.reset());

const request = {
  name: 'r-1',
  from: instant('2025-06-01T00:00:00Z'),
  to: instant('2025-06-02T00:00:00Z'),
  ruleArn: 'arn:rule',
};
const start = (wait = vi.fn(() => Promise.resolve())) =>
  makeReplay({ client: new EventBridgeClient(), archiveArn: 'arn:archive', busArn: 'arn:bus', wait })(
    request,
  );

it('replays the stretch to the one rule and waits for the end', async () => {
  aws.on(StartReplayCommand).resolves({ State: 'STARTING' });
  const states = ['STARTING', 'RUNNING', 'COMPLETED'] as const;
  const describe = aws.on(DescribeReplayCommand);
  for (const State of states) describe.resolvesOnce({ State });
  const wait = vi.fn(() => Promise.resolve());
  expect(await start(wait)).toEqual({ completed: true, outcome: 'COMPLETED' });
  expect(wait).toHaveBeenCalledTimes(2);
  expect(aws.commandCalls(StartReplayCommand)[0]?.args[0].input).toEqual({
    ReplayName: 'r-1',
    EventSourceArn: 'arn:archive',
    EventStartTime: new Date('2025-06-01T00:00:00Z'),
    EventEndTime: new Date('2025-06-02T00:00:00Z'),
    Destination: { Arn: 'arn:bus', FilterArns: ['arn:rule'] },
  });
});

it('says how it failed', async () => {
  aws.on(StartReplayCommand).resolves({});
  aws.on(DescribeReplayCommand).resolves({ State: 'FAILED', StateReason: 'The rule is gone' });
  expect(await start()).toEqual({ completed: false, outcome: 'FAILED: The rule is gone' });
});
