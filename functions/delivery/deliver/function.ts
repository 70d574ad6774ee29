import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Adapter } from '../../adapters/contract.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { makeHandBack } from '../../shell/hand-back.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { answering } from '../../shell/http/serve.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeSend as makeSendText, sentAgainAttribute } from '../../shell/queues.ts';
import { makeCircuitStore } from '../../shell/tables/deliveries/circuit-store.ts';
import { makeDeliveries } from '../../shell/tables/deliveries/deliveries-store.ts';
import { readHoldings } from '../../shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { readFlags } from '../../shell/tables/records/flagged-reader.ts';
import { makeReadPresentFlags } from '../../shell/tables/records/present-flags.ts';
import { catchUp } from '../drift/catch-up.ts';
import { makeDeliver } from './deliver.ts';
import { deliveryEndpoints } from './endpoints.ts';
import { makeMessageFor } from './message.ts';
import { makeSend } from './send.ts';

type DeliverShell = Machine & Pick<Clients, 'documentClient' | 'secretsManagerClient' | 'sqsClient'>;

/** Wires the function that delivers the flags one system is owed, and takes what it says it holds. */
export function makeDeliverFunction(variables: Variables, shell: DeliverShell, adapter: Adapter) {
  const environment = environmentOf(
    {
      SYSTEM: z.literal(adapter.manifest.system),
      DELIVERIES_TABLE: setting,
      DIRECTORY_TABLE: setting,
      RECORDS_TABLE: setting,
      ROLE_CLAIM: setting,
      CLAIM_NAMES: claimNamesSetting,
      OUTBOUND_QUEUE_URL: setting,
      DEAD_LETTER_QUEUE_URL: setting,
    },
    variables,
  );
  const { system, team, delivery } = adapter.manifest;
  const client = shell.documentClient();
  const pause = fullJitter({ base: 50, cap: 1_000 }, shell);
  const ownRows = { client, tableName: environment.DELIVERIES_TABLE, system };
  const deliveries = makeDeliveries(ownRows);
  const directory = makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause });
  const outbound = { client: shell.sqsClient(), queueUrl: environment.OUTBOUND_QUEUE_URL };
  const circuits = makeCircuitStore({ ...ownRows, pause });
  const records = { client, tableName: environment.RECORDS_TABLE, pause };
  const ownSet = {
    flags: () => readFlags(records),
    presentFlags: makeReadPresentFlags(records),
    holdings: () => readHoldings(ownRows, system),
    writer: makeHoldingsWriter(ownRows),
    team,
    now: shell.now,
  };
  const deliver = makeDeliver({
    adapter,
    deliveries,
    directory,
    sending: makeSend(delivery, circuits, variables, shell),
    handBack: makeHandBack({ ...outbound, deadLetterQueueUrl: environment.DEAD_LETTER_QUEUE_URL }),
    now: shell.now,
    newToken: shell.newId,
    random: shell.random,
    catchUp: event =>
      catchUp(
        { ...ownSet, circuit: circuits.read, send: makeSendText(outbound, { [sentAgainAttribute]: 'yes' }) },
        event,
      ),
  });
  const answer = answering(
    deliveryEndpoints,
    {
      receipts: { deliveries, now: shell.now },
      flagSet: { ...ownSet, messageOf: makeMessageFor({ adapter, directory }) },
      resend: {
        ...ownSet,
        send: makeSendText(outbound),
        ownScope: `lintel/${system}.publish`,
        tokens: { roleClaim: environment.ROLE_CLAIM, claimNames: environment.CLAIM_NAMES },
      },
    },
    { system, claimNames: environment.CLAIM_NAMES },
  );
  return (event: SQSEvent | ApiRequest, context: Context) =>
    'Records' in event ? deliver(event, context) : answer(event);
}
