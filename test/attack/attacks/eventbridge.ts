import { lostAnswer, lostCall, type Mishap, refusal } from '../support/faults.ts';
import { stateOf } from '../support/state.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';
import type { Json } from '../support/wire.ts';
import { struckBy, type Weather } from './struck.ts';

const service = 'eventbridge';

/** PutEvents answers 200 and took only some of the entries: every second one, or all but the first. */
const partly: readonly Mishap[] = [(index: number) => index % 2 === 1, (index: number) => index > 0].map(
  takes =>
    async ({ body }, send) => {
      const taken = body.Entries.filter((_: Json, index: number) => takes(index));
      const answer =
        taken.length === 0 ? { status: 200, body: { Entries: [] } } : await send({ Entries: taken });
      const left = [...answer.body.Entries];
      const Entries = body.Entries.map((_: Json, index: number) =>
        takes(index) ? left.shift() : { ErrorCode: 'InternalFailure', ErrorMessage: 'injected' },
      );
      return { status: 200, body: { FailedEntryCount: body.Entries.length - taken.length, Entries } };
    },
);
const throttled = refusal(400, 'ThrottlingException');
const broken = refusal(500, 'InternalException');

const weathers: readonly Weather[] = [
  { fault: 'EventBridge takes part of a batch', service, percent: 60, mishapsOf: () => partly },
  { fault: 'EventBridge throttles', service, percent: 60, mishapsOf: () => [throttled] },
  {
    fault: 'EventBridge breaks or is not reached',
    service,
    percent: 60,
    mishapsOf: () => [broken, lostCall],
  },
  { fault: 'EventBridge times out after taking all', service, percent: 60, mishapsOf: () => [lostAnswer] },
  {
    fault: 'all of this at once, of EventBridge',
    service,
    percent: 60,
    mishapsOf: () => [...partly, throttled, broken, lostAnswer],
  },
];

/** The bus refuses, takes half, or takes all and does not say so. */
export const eventBridge: Attack = {
  title: 'EventBridge takes half, throttles, breaks and times out',
  async run(ground) {
    return [
      ...(await Promise.all(weathers.map(weather => struckBy(ground, weather)))),
      await largeBatch(ground),
    ];
  },
};

/** Jobs closed with twenty photographs each, by long links, and all that was said: each well within what an event may be. */
const closings = Array.from({ length: 20 }, (_, index) => ({
  messageType: 'JobStatusUpdate',
  messageId: `JSU-${index}`,
  relatedWorkOrderReference: { id: `R-${index}` },
  sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
  eventTime: '2025-06-20T15:00:00Z',
  typeCode: '0',
  otherType: 'completed',
  comments: 'The ceiling is dry. '.repeat(190),
  evidence: Array.from({ length: 20 }, () => ({
    uri: `https://files.example.org/${'r'.repeat(960)}`,
    mediaType: 'image/jpeg',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    bytes: 482113,
  })),
}));

/** More in one document than the bus takes in one request. */
async function largeBatch({ directory }: Ground): Promise<Trial> {
  const expected = await withHub({ directory }, async hub => {
    for (const closing of closings) hub.send('repairs', JSON.stringify(closing));
    await hub.settle();
    return stateOf(hub);
  });
  const wrong = await withHub({ directory }, async hub => {
    hub.send('repairs', JSON.stringify(closings));
    await hub.settle();
    return wrongWith(hub, expected);
  });
  return { fault: 'a document too large for one PutEvents', runs: 1, injections: closings.length, wrong };
}
