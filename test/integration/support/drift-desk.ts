import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { adapter as leaks } from '../../../functions/adapters/leaks/adapter.ts';
import { type Circuit, closed } from '../../../functions/core/delivery/circuit.ts';
import { emptyRecord } from '../../../functions/core/record/subject-record.ts';
import { makeMessageFor } from '../../../functions/delivery/deliver/message.ts';
import { catchUp } from '../../../functions/delivery/drift/catch-up.ts';
import type { flagSetResponse } from '../../../functions/delivery/drift/contract.ts';
import { resend } from '../../../functions/delivery/drift/resend.ts';
import { livingFlags, systemDrift } from '../../../functions/delivery/drift/system-drift.ts';
import { putFlags } from '../../../functions/delivery/whole-set/put-flags.ts';
import type { ApiRequest } from '../../../functions/shell/http/officer-request.ts';
import { readHoldings } from '../../../functions/shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../../functions/shell/tables/deliveries/holdings-writer.ts';
import { readFlags } from '../../../functions/shell/tables/records/flagged-reader.ts';
import { makeReadPresentFlags } from '../../../functions/shell/tables/records/present-flags.ts';
import { recordItem } from '../../../functions/shell/tables/records/record-transaction.ts';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { isInForce } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { type DeliveryDesk, deskTime, openDeliveryDesk } from './delivery-desk.ts';
import { newTable } from './tables.ts';

type Answer = z.infer<typeof flagSetResponse>;

const detailSchema = z.object({ detail: z.custom<HubFlagEvent>() });

/** The leaks team's system with the hub's records and deliveries on DynamoDB Local, and its queue in memory. */
export interface DriftDesk extends DeliveryDesk {
  /** Stores what lives on a subject, as the commit of that version does. */
  record(on: Subject, version: number, flags: readonly Flag[]): Promise<void>;
  /** The system says everything that it holds. */
  put(body: unknown): Promise<{ status: number; answer: Answer }>;
  /** Puts what is owed into the queue once more; @returns what then lies there. */
  resend(limit?: number): Promise<HubFlagEvent[]>;
  /** Brings the system to what it is owed when it was measured at that time; @returns what then lies in its queue. */
  catchUp(at: Instant, circumstances?: { circuit?: Circuit; heard?: Instant }): Promise<HubFlagEvent[]>;
  /** How many flags are missing, stale, and too many, by the hub's receipts. */
  drift(): Promise<{ missing: number; stale: number; extra: number; oldest: string | undefined }>;
}

/** What is put into a queue meanwhile. */
async function queued(
  fill: (send: (text: string) => Promise<void>) => Promise<unknown>,
): Promise<HubFlagEvent[]> {
  const queue: HubFlagEvent[] = [];
  await fill(text => Promise.resolve(void queue.push(detailSchema.parse(JSON.parse(text)).detail)));
  return queue;
}

/** Opens a desk with Larch House and no flags. */
export async function openDriftDesk(): Promise<DriftDesk> {
  const [desk, records] = await Promise.all([openDeliveryDesk(), newTable('events')]);
  const { system, team } = leaks.manifest;
  const ownRows = { ...desk.table, system };
  const deps = {
    flags: () => readFlags(records),
    presentFlags: makeReadPresentFlags(records),
    holdings: () => readHoldings(ownRows, system),
    writer: makeHoldingsWriter(ownRows),
    team,
    now: () => deskTime,
  };
  const flagSet = { ...deps, messageOf: makeMessageFor({ adapter: leaks, directory: desk.directory }) };
  return {
    ...desk,
    async record(on, version, flags) {
      const living = Object.fromEntries(flags.map(flag => [flag.code, flag]));
      const after = { version, record: emptyRecord(on), flags: living, nextDueAt: undefined };
      await records.client.send(
        new PutCommand({ TableName: records.tableName, Item: recordItem(on, after) }),
      );
    },
    async put(body) {
      const answer = await putFlags.answer({ flagSet }, {
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        isBase64Encoded: false,
      } as unknown as ApiRequest);
      return { status: answer.statusCode ?? 0, answer: JSON.parse(answer.body ?? '') };
    },
    resend: (limit = 1_000) => queued(send => resend({ ...deps, limit, send })),
    catchUp: (at, { circuit = closed, heard = at } = {}) =>
      queued(send =>
        catchUp({ ...deps, send, circuit: () => Promise.resolve(circuit), now: () => heard }, { time: at }),
      ),
    async drift() {
      const living = await livingFlags(deps.flags());
      const { missing, stale, extra, oldest } = await systemDrift(
        { holdingsOf: one => readHoldings(desk.table, one), teamOfSystem: () => team },
        system,
        living.filter(isInForce),
      );
      return { missing, stale, extra, oldest };
    },
  };
}
