import { makeRandom } from '../../bench/support/random.ts';
import { lostAnswer, lostCall, type Mishap, refusal } from '../support/faults.ts';
import { play } from '../support/story.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';
import { struckBy, type Weather } from './struck.ts';

const answers =
  (status: number, headers: Record<string, string> = {}): Mishap =>
  () =>
    Promise.resolve({ status, headers });

const weathers: readonly Weather[] = [
  {
    fault: 'the webhook answers 500',
    service: 'webhook',
    percent: 40,
    mishapsOf: () => [answers(500), answers(503)],
  },
  {
    fault: 'the webhook answers 429 with Retry-After',
    service: 'webhook',
    percent: 40,
    mishapsOf: () => [answers(429, { 'retry-after': '120' })],
  },
  {
    fault: 'the webhook times out after it has processed',
    service: 'webhook',
    percent: 40,
    mishapsOf: () => [lostAnswer],
  },
  { fault: 'the webhook is not reached', service: 'webhook', percent: 40, mishapsOf: () => [lostCall] },
  {
    fault: 'the inbox queue throttles, breaks or times out',
    service: 'sqs',
    percent: 40,
    mishapsOf: () => [refusal(400, 'RequestThrottled'), refusal(500, 'InternalFailure'), lostAnswer],
  },
  {
    fault: 'the secret cannot be read',
    service: 'secretsmanager',
    percent: 40,
    mishapsOf: () => [refusal(400, 'DecryptionFailure'), refusal(500, 'InternalServiceError')],
  },
];

/** The systems at the other end refuse, are slow, or are told in the wrong order. */
export const deliveries: Attack = {
  title: 'webhooks fail, time out and are told out of order',
  async run(ground) {
    return [
      ...(await Promise.all(weathers.map(weather => struckBy(ground, weather)))),
      await outOfOrder(ground),
    ];
  },
};

/** Announcements reach `deliver` in any order, several invocations at once, some twice: nothing older wins. */
async function outOfOrder({ directory, undisturbed }: Ground): Promise<Trial> {
  const wrong: string[] = [];
  const seeds = [1, 2, 3, 4, 5];
  let injections = 0;
  for (const seed of seeds) {
    await withHub({ directory, disorder: makeRandom(seed), lanes: 4 }, async hub => {
      await play(hub);
      wrong.push(...(await wrongWith(hub, undisturbed)).map(what => `seed ${seed}: ${what}`));
      injections += [...hub.receivers.values()].reduce((sum, { heard }) => sum + heard.length, 0);
    });
  }
  return {
    fault: 'announcements out of order, twice, and side by side',
    runs: seeds.length,
    injections,
    wrong,
  };
}
