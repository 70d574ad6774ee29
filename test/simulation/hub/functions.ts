import { adapterFor } from '../../../functions/adapters/registry.ts';
import { secondsAfter } from '../../../functions/core/time/instants.ts';
import { makeDeliverFunction } from '../../../functions/delivery/deliver/function.ts';
import { makeDriftFunction } from '../../../functions/delivery/drift/function.ts';
import { makeFilesFunction } from '../../../functions/intake/files/function.ts';
import { makeQuarantineFunction } from '../../../functions/intake/quarantine/function.ts';
import { makeReceiveFunction } from '../../../functions/intake/receive/function.ts';
import { makeAuditFunction } from '../../../functions/officers/audit/function.ts';
import { makeDecisionsFunction } from '../../../functions/officers/decisions/function.ts';
import { makeOfficersFunction } from '../../../functions/officers/function.ts';
import { makeMoveFunction } from '../../../functions/records/move/function.ts';
import { makeRecordFunction } from '../../../functions/records/record/function.ts';
import { makeRelayFunction } from '../../../functions/records/relay/function.ts';
import { makeWatchFunction } from '../../../functions/records/watch/function.ts';
import type { Clients } from '../../../functions/shell/clients.ts';
import type { Variables } from '../../../functions/shell/environment.ts';
import type { Machine } from '../../../functions/shell/machine.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { busNames } from '../services/bus.ts';
import { queueUrl } from '../services/sqs.ts';
import type { Json } from '../world/process.ts';
import { deadLettersOf, type FunctionKind, manifests, noticeQueues } from './plan.ts';
import { withAdapter } from './with-adapter.ts';

/** What a function is called with, and what it answers. */
export type Handler = (event: Json, context: Json) => Promise<Json>;

/** A function as it is deployed. */
export interface DeployedFunction {
  readonly name: string;
  readonly kind: FunctionKind;
  /** Starts an execution environment of it: its memory is new. The code is the present one, unless another is given. */
  make(shell: Machine & Clients, version?: Version): Handler;
}

const tables = {
  RECORDS_TABLE: 'Records',
  DIRECTORY_TABLE: 'Directory',
  QUARANTINE_TABLE: 'Quarantine',
  DELIVERIES_TABLE: 'Deliveries',
  FILES_TABLE: 'Files',
  AUDIT_TABLE: 'Audit',
  KEYS_TABLE: 'Keys',
};
const common: Variables = {
  ...tables,
  BUS_NAME: busNames.events,
  TICKET_BUS_NAME: busNames.tickets,
  BUCKET_NAME: 'files',
  HISTORY_BUCKET: 'history',
  HISTORY_AFTER_MONTHS: '1',
  ROLE_CLAIM: 'role',
  AUDIT_DAYS: '2192',
  DEAD_LETTER_QUEUE_URL: queueUrl(noticeQueues.relay),
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

/** Makes an execution environment of a function: its memory is new. */
type Make = (variables: Variables, shell: Machine & Clients) => unknown;

/** The code of the hub at one time: what makes each of its functions. */
export type Version = Readonly<Record<FunctionKind, Make>>;

const presentVersion: Version = {
  receive: withAdapter(makeReceiveFunction, adapterFor),
  files: withAdapter(makeFilesFunction, adapterFor),
  deliver: withAdapter(makeDeliverFunction, adapterFor),
  quarantine: makeQuarantineFunction,
  record: makeRecordFunction,
  watch: makeWatchFunction,
  move: makeMoveFunction,
  relay: makeRelayFunction,
  drift: makeDriftFunction,
  api: makeOfficersFunction,
  decide: makeDecisionsFunction,
  audit: makeAuditFunction,
};
/** By the clock of what moves old events: a story lasts minutes, and all that is in it is old enough to leave the table. */
function yearsAhead(at: Instant): Instant {
  return secondsAfter(at, 3 * 366 * 24 * 3600);
}

/** Each system has one of its own of these. */
export const ofEachSystem: readonly FunctionKind[] = ['receive', 'files', 'deliver'];

/** Every function of the hub, wired as its handler wires it. */
export const deployedFunctions: ReadonlyMap<string, DeployedFunction> = new Map(
  (Object.keys(presentVersion) as FunctionKind[]).flatMap(kind => {
    const deployed = (name: string, variables: Variables): [string, DeployedFunction] => [
      name,
      {
        ...{ name, kind },
        make: (shell, version = presentVersion) =>
          version[kind](
            variables,
            kind === 'move' ? { ...shell, now: () => yearsAhead(shell.now()) } : shell,
          ) as Handler,
      },
    ];
    if (!ofEachSystem.includes(kind)) return [deployed(kind, common)];
    return manifests.map(({ system }) => deployed(`${kind}-${system}`, ofSystem(system)));
  }),
);
