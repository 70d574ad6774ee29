import { makeDeliverFunction } from '../../../functions/delivery/deliver/function.ts';
import { makeDriftFunction } from '../../../functions/delivery/drift/function.ts';
import { makeFilesFunction } from '../../../functions/intake/files/function.ts';
import { makeQuarantineFunction } from '../../../functions/intake/quarantine/function.ts';
import { makeReceiveFunction } from '../../../functions/intake/receive/function.ts';
import { makeAuditFunction } from '../../../functions/officers/audit/function.ts';
import { makeDecisionsFunction } from '../../../functions/officers/decisions/function.ts';
import { makeOfficersFunction } from '../../../functions/officers/function.ts';
import { makeRecordFunction } from '../../../functions/records/record/function.ts';
import { makeRelayFunction } from '../../../functions/records/relay/function.ts';
import { makeWatchFunction } from '../../../functions/records/watch/function.ts';
import type { Clients } from '../../../functions/shell/clients.ts';
import type { Variables } from '../../../functions/shell/environment.ts';
import type { Machine } from '../../../functions/shell/machine.ts';
import { queueUrl } from '../services/sqs.ts';
import type { Json } from '../world/process.ts';
import { deadLettersOf, type FunctionKind, manifests } from './plan.ts';

/** What a function is called with, and what it answers. */
export type Handler = (event: Json, context: Json) => Promise<Json>;

/** A function as it is deployed. */
export interface DeployedFunction {
  readonly name: string;
  readonly kind: FunctionKind;
  /** Starts an execution environment of it: its memory is new. */
  make(shell: Machine & Clients): Handler;
}

const tables = {
  RECORDS_TABLE: 'Records',
  DIRECTORY_TABLE: 'Directory',
  QUARANTINE_TABLE: 'Quarantine',
  DELIVERIES_TABLE: 'Deliveries',
  FILES_TABLE: 'Files',
  AUDIT_TABLE: 'Audit',
};
const common: Variables = {
  ...tables,
  BUS_NAME: 'hub',
  BUCKET_NAME: 'files',
  ROLE_CLAIM: 'role',
  AUDIT_DAYS: '2192',
  INBOUND_QUEUES: JSON.stringify(
    Object.fromEntries(manifests.map(({ system }) => [system, queueUrl(`${system}-inbound`)])),
  ),
};

function ofSystem(system: string): Variables {
  const outbound = `${system}-outbound`;
  return {
    ...common,
    SYSTEM: system,
    FILES_QUEUE_URL: queueUrl(`${system}-files`),
    OUTBOUND_QUEUE_URL: queueUrl(outbound),
    DEAD_LETTER_QUEUE_URL: queueUrl(deadLettersOf(outbound)),
    WEBHOOK_SECRET_ARN: `webhook-${system}`,
    WEBHOOK_LOOPBACK: 'refused',
    INBOX_QUEUE_URL: queueUrl(`${system}-inbox`),
  };
}

type Make = (variables: Variables, shell: Machine & Clients) => unknown;

/** For the whole hub, and for each system. */
const makers: Readonly<Record<FunctionKind, { make: Make; each?: true }>> = {
  receive: { make: makeReceiveFunction, each: true },
  files: { make: makeFilesFunction, each: true },
  deliver: { make: makeDeliverFunction, each: true },
  quarantine: { make: makeQuarantineFunction },
  record: { make: makeRecordFunction },
  watch: { make: makeWatchFunction },
  relay: { make: makeRelayFunction },
  drift: { make: makeDriftFunction },
  api: { make: makeOfficersFunction },
  decide: { make: makeDecisionsFunction },
  audit: { make: makeAuditFunction },
};

/** Every function of the hub, wired as its handler wires it. */
export const deployedFunctions: ReadonlyMap<string, DeployedFunction> = new Map(
  Object.entries(makers).flatMap(([kind, { make, each }]) => {
    const deployed = (name: string, variables: Variables): [string, DeployedFunction] => [
      name,
      { name, kind: kind as FunctionKind, make: shell => make(variables, shell) as Handler },
    ];
    if (each !== true) return [deployed(kind, common)];
    return manifests.map(({ system }) => deployed(`${kind}-${system}`, ofSystem(system)));
  }),
);
