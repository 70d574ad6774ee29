import { retryPolicy } from '../../../functions/core/delivery/times.ts';
import { readings } from '../receivers/readings.ts';
import { each, type Invariant } from './invariant.ts';

/** Clocks of functions are out by up to two seconds, and are set by another one and a half up to three times. */
const skewMilliseconds = 7_000;

export const takenBeforeAcknowledged: Invariant = {
  name: 'taken before acknowledged',
  says: 'The hub believes that a system has a version only once the system has taken it.',
  breaches: ({ hub: { world }, deliveries }) =>
    each(deliveries, ({ pk, sk, acknowledgedVersion: version, acknowledgedAt }) => {
      const [system, id] = [String(pk).slice('SYSTEM#'.length), String(sk).slice('FLAG#'.length)];
      const receiver = world.receivers.get(system);
      if (version === undefined || receiver === undefined || receiver.kind === 'lying') return undefined;
      const first = world.told.find(one => {
        const read = one.system === system ? readings[system]?.(one.body as never) : undefined;
        return read?.reference === id && read.version === version;
      });
      return first !== undefined && first.at <= Date.parse(acknowledgedAt) + skewMilliseconds
        ? undefined
        : `${system} took ${id} ${version} later than the hub believes`;
    }),
};

/** What the hub may say of a message that it makes a dead letter: refused for good, or five days have passed. */
const earned =
  /^(answered (400|406|410|413|414|415|422|431)$|not delivered within 5 days: (?!another version|the batch|the lease))/;

export const deadLettersAreEarned: Invariant = {
  name: 'dead letters are earned',
  says: 'A message to a system becomes a dead letter only when the system refuses it for good, or after five days.',
  breaches: ({ hub: { world } }) =>
    each(world.deadLetters, ({ queue, message }) => {
      const reason = message.attributes?.reason?.StringValue as string | undefined;
      return reason === undefined || earned.test(reason) ? undefined : `${queue}: ${reason}`;
    }),
};

export const deadLettersAreKept: Invariant = {
  name: 'refused becomes a dead letter',
  says: 'Each message that is given up is among the dead letters.',
  breaches({ hub: { world } }) {
    const given = world.logs.filter(({ fields }) => fields['code'] === 'dead-lettered');
    const reasons = world.deadLetters.filter(({ message }) => message.attributes?.reason !== undefined);
    return given.length <= reasons.length
      ? []
      : [`${given.length} messages were given up, and ${reasons.length} are dead letters`];
  },
};

const hour = 3_600_000;

export const askedWhetherItIsBack: Invariant = {
  name: 'asked whether it is back',
  says: 'A system that is out of reach is asked again within the hour, as long as anything waits for it.',
  breaches: ({ hub: { world } }) =>
    each(world.logs, ({ function: by, at, fields: { code, until } }) =>
      code === 'circuit-open' && Date.parse(String(until)) > at + hour
        ? `${by} asks nothing before ${until}, at ${new Date(at).toISOString()}`
        : undefined,
    ),
};

/** Of what nobody could try, five days are not enough. */
const longestWaiting = (retryPolicy.givenUpAfterDays * 24 + 6) * hour;

export const givenUpInTime: Invariant = {
  name: 'given up in time',
  says: 'What a system cannot be told for five days becomes a dead letter, so that somebody hears of it.',
  breaches({ hub: { world } }) {
    const putOff = world.logs.filter(({ fields: { code } }) => code === 'delivery-retried-later');
    // A queue that nobody read for days is no reason to give up what is in it.
    const first = new Map(putOff.toReversed().map(({ fields: { messageId }, at }) => [messageId, at]));
    return each(putOff, ({ function: by, at, fields: { messageId } }) =>
      at - (first.get(messageId) ?? at) > longestWaiting
        ? `${messageId} is put off once more by ${by}, days after it was for the first time`
        : undefined,
    );
  },
};
