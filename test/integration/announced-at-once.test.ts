import { beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../functions/core/delivery/send-outcome.ts';
import { type DeliveryDesk, openDeliveryDesk } from './support/delivery-desk.ts';
import { raised } from './support/flag-events.ts';

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = await openDeliveryDesk();
});

describe('what was announced at once', () => {
  const event = raised('active-leak', 3);

  it('is delivered, and the relay’s copy withheld', async () => {
    expect(await desk.deliver([event], {}, { priority: 'at-once' })).toEqual([]);
    expect(await desk.deliver([event])).toEqual([]);
    expect(desk.sent).toHaveLength(1);
  });

  it.each<[SendOutcome, SendOutcome['kind']]>([
    [{ kind: 'refused', reason: 'answered 422' }, 'refused'],
    [{ kind: 'later', reason: 'answered 503' }, 'later'],
  ])(
    'is tried once where the answer is %j: the relay’s copy is retried, or the dead letter',
    async (outcome, kind) => {
      const send = () => Promise.resolve(outcome);
      expect(await desk.deliver([event], { send }, { priority: 'at-once' })).toEqual([]);
      expect([desk.retriedLater, desk.deadLettered]).toEqual([[], []]);
      await desk.deliver([event], { send });
      expect([desk.retriedLater.length, desk.deadLettered.length]).toEqual(
        kind === 'later' ? [1, 0] : [0, 1],
      );
    },
  );

  it('does not hold the relay’s copy up when the hub failed at it', async () => {
    const send = () => Promise.reject(new Error('killed'));
    expect(await desk.deliver([event], { send }, { priority: 'at-once' })).toEqual([]);
    expect(await desk.deliver([event])).toEqual([]);
    expect(desk.sent).toHaveLength(1);
  });
});
