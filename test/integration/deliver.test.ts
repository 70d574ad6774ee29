import type { SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../functions/adapters/contract.ts';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import { makeDeliver } from '../../functions/deliver/deliver.ts';
import type { Send } from '../../functions/deliver/send.ts';
import type { Table } from '../../functions/shell/table/batch.ts';
import { makeReceipts, type Receipts } from '../../functions/shell/table/deliveries-store.ts';
import { makeDirectory } from '../../functions/shell/table/directory-store.ts';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import { instant } from '../support/events.ts';
import { cleared, raised } from './support/flag-events.ts';
import { importInto, larchHouseExtract } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

let directory: Table;
let deliveries: Table;
let receipts: Receipts;
let sent: { message: OutboundMessage; event: HubFlagEvent }[];
beforeEach(async () => {
  [directory, deliveries] = await Promise.all([newTable(), newTable()]);
  await importInto(directory, larchHouseExtract);
  receipts = makeReceipts({ ...deliveries, system: leaks.manifest.system });
  sent = [];
});

const takes: Send = (message, event) => {
  sent.push({ message, event });
  return Promise.resolve();
};

async function deliver(events: readonly unknown[], changes: { send?: Send; receipts?: Receipts } = {}) {
  const handler = makeDeliver({
    adapter: leaks,
    receipts,
    directory: makeDirectory(directory),
    send: takes,
    now: () => instant('2025-06-02T07:42:00Z'),
    ...changes,
  });
  const Records = events.map(
    (detail, index) => ({ messageId: `m-${index}`, body: JSON.stringify({ detail }) }) as SQSRecord,
  );
  return (await handler({ Records })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

describe('the delivery of a flag', () => {
  it('says it in the system’s own format with its own reference, and keeps the receipt', async () => {
    const event = raised('active-leak', 3);
    expect(await deliver([event])).toEqual([]);
    expect(sent).toMatchObject([
      {
        event: { id: event.id },
        message: { body: { rows: [{ Block: 'LARCH HO', Flat: 'FLAT 4', Warning: 'ACTIVE LEAK' }] } },
      },
    ]);
    expect(await contents(deliveries)).toEqual([
      {
        pk: 'SYSTEM#leaks',
        sk: 'FLAG#property/200000471104#active-leak',
        version: 3,
        action: 'raised',
        eventId: event.id,
        deliveredAt: '2025-06-02T07:42:00.000Z',
      },
    ]);
  });

  it('is not repeated, and an older version never follows a newer one', async () => {
    await deliver([raised('active-leak', 3)]);
    await deliver([raised('active-leak', 3), cleared('active-leak', 5), raised('active-leak', 4)]);
    await deliver([raised('active-leak', 4)]);
    expect(sent.map(({ event }) => event.data.flag.version)).toEqual([3, 5]);
    expect(await contents(deliveries)).toMatchObject([{ version: 5, action: 'cleared' }]);
  });

  it('is withheld from a team that may not know of the flag', async () => {
    const hidden = flagDefinitions.find(({ code }) => flagVisibility(code, leaks.manifest.team) === 'none');
    expect(hidden).toBeDefined();
    expect(await deliver([raised(hidden?.code ?? 'active-leak', 1)])).toEqual([]);
    expect(sent).toEqual([]);
    expect(await contents(deliveries)).toEqual([]);
  });

  it('comes again with the same id when the process ends before the receipt', async () => {
    const event = raised('active-leak', 3);
    const dies: Receipts = { ...receipts, write: () => Promise.reject(new Error('the process was killed')) };
    expect(await deliver([event], { receipts: dies })).toEqual(['m-0']);
    expect(await deliver([event])).toEqual([]);
    expect(sent.map(({ event: { id } }) => id)).toEqual([event.id, event.id]);
  });

  it('fails alone, without a receipt, when the receiver does not take it', async () => {
    const refuses: Send = (message, event) =>
      event.data.flag.code === 'active-leak' ? Promise.reject(new Error('not now')) : takes(message, event);
    expect(await deliver([raised('active-leak', 3), raised('recurrent-leak', 3)], { send: refuses })).toEqual(
      ['m-0'],
    );
    expect(await contents(deliveries)).toMatchObject([{ sk: 'FLAG#property/200000471104#recurrent-leak' }]);
  });

  it('leaves a message that is no announcement to the dead-letter queue', async () => {
    expect(await deliver([{ hello: 'world' }, raised('active-leak', 3)])).toEqual(['m-0']);
    expect(sent).toHaveLength(1);
  });

  it('never replaces a receipt by one of a lower version, whoever is later', async () => {
    const { flag } = raised('active-leak', 3).data;
    const receipt = (version: number) => ({
      version,
      action: 'raised' as const,
      eventId: raised('active-leak', version).id,
      deliveredAt: instant('2025-06-02T07:42:00Z'),
    });
    expect(await receipts.write(flag, receipt(4))).toBe(true);
    expect(await receipts.write(flag, receipt(4))).toBe(false);
    expect(await receipts.write(flag, receipt(3))).toBe(false);
    expect(await receipts.find(flag)).toMatchObject({ version: 4 });
  });
});
