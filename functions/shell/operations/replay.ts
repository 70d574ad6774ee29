import {
  DescribeReplayCommand,
  type EventBridgeClient,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import type { Instant } from '../../../schemas/reference.ts';

/** Which archive is replayed onto which bus. */
export interface ReplayedArchive {
  archiveArn: string;
  busArn: string;
}

/** A stretch of the archive, and the only rules that get to see it. */
export interface ReplayRequest {
  name: string;
  from: Instant;
  to: Instant;
  ruleArn: string;
}

/** How a replay ended. */
export interface ReplayEnd {
  completed: boolean;
  /** The state and the service's reason. */
  outcome: string;
}

/** Replays a stretch of the archive and waits until the service has sent all of it. */
export type Replay = (request: ReplayRequest) => Promise<ReplayEnd>;

const underWay = new Set<string | undefined>(['STARTING', 'RUNNING', 'CANCELLING']);

/** Makes the replayer of one archive. Events come in no order; each carries the replay's name. */
export function makeReplay(
  deps: ReplayedArchive & { client: EventBridgeClient; wait: () => Promise<unknown> },
): Replay {
  const { client, archiveArn, busArn, wait } = deps;
  return async ({ name: ReplayName, from, to, ruleArn }) => {
    await client.send(
      new StartReplayCommand({
        ReplayName,
        EventSourceArn: archiveArn,
        EventStartTime: new Date(from),
        EventEndTime: new Date(to),
        Destination: { Arn: busArn, FilterArns: [ruleArn] },
      }),
    );
    for (;;) {
      const { State, StateReason } = await client.send(new DescribeReplayCommand({ ReplayName }));
      if (!underWay.has(State)) {
        const outcome = [State, StateReason].filter(part => part !== undefined).join(': ');
        return { completed: State === 'COMPLETED', outcome };
      }
      await wait();
    }
  };
}
