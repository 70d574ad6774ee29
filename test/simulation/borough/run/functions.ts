import { adapterFor } from '../../../../functions/adapters/registry.ts';
import { makeDeliverFunction } from '../../../../functions/delivery/deliver/function.ts';
import { makeQuarantineFunction } from '../../../../functions/intake/quarantine/function.ts';
import { makeReceiveFunction } from '../../../../functions/intake/receive/function.ts';
import { makeDecisionsFunction } from '../../../../functions/officers/decisions/function.ts';
import { makeRecordFunction } from '../../../../functions/records/record/function.ts';
import { makeRelayFunction } from '../../../../functions/records/relay/function.ts';
import { makeWatchFunction } from '../../../../functions/records/watch/function.ts';
import type { Clients } from '../../../../functions/shell/clients.ts';
import type { Machine } from '../../../../functions/shell/machine.ts';
import { withAdapter } from '../../hub/with-adapter.ts';

export const tables = {
  DIRECTORY_TABLE: 'Directory',
  RECORDS_TABLE: 'Records',
  QUARANTINE_TABLE: 'Quarantine',
  DELIVERIES_TABLE: 'Deliveries',
  FILES_TABLE: 'Files',
  KEYS_TABLE: 'Keys',
};

/** The address of a queue. */
function queueUrl(name: string): string {
  return `https://sqs.eu-west-2.amazonaws.com/1/${name}`;
}
export const queueNames = {
  inbound: (system: string) => `${system}-inbound`,
  outbound: (system: string) => `${system}-outbound`,
  /** A system that fetches has its inbox under its own name. */
  inbox: (system: string) => system,
};

/** The functions of the hub for these systems, as their handlers wire them. */
export function functionsFor(systems: readonly string[], shell: Machine & Clients) {
  const DEAD_LETTER_QUEUE_URL = queueUrl('dead-letters');
  const common = {
    ...tables,
    HISTORY_BUCKET: 'history',
    BUS_NAME: 'hub',
    ROLE_CLAIM: 'role',
    TICKET_BUS_NAME: 'tickets',
    DEAD_LETTER_QUEUE_URL,
  };
  const ofSystem = <T>(make: (variables: Record<string, string>) => T) =>
    new Map(
      systems.map(system => [
        system,
        make({
          ...common,
          SYSTEM: system,
          OUTBOUND_QUEUE_URL: queueUrl(queueNames.outbound(system)),
          WEBHOOK_SECRET_ARN: system,
          WEBHOOK_LOOPBACK: 'refused',
          INBOX_QUEUE_URL: queueUrl(queueNames.inbox(system)),
        }),
      ]),
    );
  const receive = withAdapter(makeReceiveFunction, adapterFor);
  const deliver = withAdapter(makeDeliverFunction, adapterFor);
  return {
    receive: ofSystem(variables => receive(variables, shell)),
    deliver: ofSystem(variables => deliver(variables, shell)),
    record: makeRecordFunction(common, shell),
    relay: makeRelayFunction(common, shell),
    watch: makeWatchFunction(common, shell),
    quarantine: makeQuarantineFunction(common, shell),
    decide: makeDecisionsFunction(common, shell),
  };
}
