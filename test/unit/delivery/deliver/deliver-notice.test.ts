import { expect, it } from 'vitest';
import type { OutboundMessage } from '../../../../functions/adapters/contract.ts';
import { adapters } from '../../../../functions/adapters/registry.ts';
import { quarantinedEvent } from '../../../../functions/core/quarantine/quarantined-event.ts';
import { deliverNotice } from '../../../../functions/delivery/deliver/deliver-notice.ts';
import { instant } from '../../../support/events.ts';

const at = instant('2025-09-22T07:05:00Z');
const kept = (system: string, kind = 'work-order') =>
  quarantinedEvent(
    {
      ...{ id: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11', system, reason: 'never-raised' },
      ...{ key: `case property/200000471104 CASE#${kind}#${system}#R-9#91`, receivedAt: at, timesBack: 0 },
    },
    at,
  );

function desk(system: string, outcome: 'taken' | 'later' = 'taken') {
  const sent: OutboundMessage[] = [];
  const adapter = adapters.find(({ manifest }) => manifest.system === system);
  if (adapter === undefined) throw new Error(`No system is called ${system}`);
  const send = (message: OutboundMessage) => {
    sent.push(message);
    return Promise.resolve(
      outcome === 'taken'
        ? { kind: outcome, acknowledged: true as const }
        : { kind: outcome, reason: 'answered 503' },
    );
  };
  return { sent, deps: { adapter, send } };
}

it.each([
  ['repairs', 'work-order', { messageType: 'MessageHeld', relatedWorkOrderReference: { id: 'R-9#91' } }],
  ['complaints', 'complaint', { heldEntry: { caseReference: 'R-9#91' } }],
  ['disrepair', 'disrepair-claim', { entitySet: 'hc_heldmessages', row: { hc_claimnumber: 'R-9#91' } }],
  ['tenancy', 'tenancy', { eventType: 'EventHeldEvent', eventData: { newData: { reason: 'never-raised' } } }],
  ['leaks', 'leak', { type: 'housing.event.quarantined.v1', data: { regarding: 'R-9#91' } }],
])(
  'tells %s in its own format what waits, and that it closes what was never opened',
  async (system, kind, said) => {
    const { sent, deps } = desk(system);
    expect(await deliverNotice(deps, kept(system, kind))).toEqual({ kind: 'done' });
    expect(sent.map(({ body }) => body)).toMatchObject([said]);
  },
);

it('is tried again where the system does not take it now, and refused where it is another system’s', async () => {
  expect(await deliverNotice(desk('repairs', 'later').deps, kept('repairs'))).toMatchObject({
    kind: 'later',
  });
  const { sent, deps } = desk('repairs');
  expect(await deliverNotice(deps, kept('complaints'))).toMatchObject({ kind: 'refused' });
  expect(sent).toEqual([]);
});

it('says of a home that is not known neither key nor address', () => {
  const event = quarantinedEvent(
    {
      ...{ id: '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11', system: 'complaints', reason: 'unmatched' },
      ...{ key: 'home 4 Larch House', receivedAt: at, timesBack: 0 },
    },
    at,
  );
  expect(JSON.stringify(event)).not.toContain('Larch');
});
