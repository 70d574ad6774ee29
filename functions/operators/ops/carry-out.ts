import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf, type SystemName } from '../../../schemas/reference.ts';
import { fullJitter } from '../../shell/backoff.ts';
import {
  cloudFormationClient,
  cloudWatchLogsClient,
  documentClient,
  eventBridgeClient,
  s3Client,
  secretsManagerClient,
  sqsClient,
} from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { makeDecrypt } from '../../shell/encryption.ts';
import { machine } from '../../shell/machine.ts';
import { makeReadMoved } from '../../shell/moved-objects.ts';
import { makeReadArchive } from '../../shell/operations/archive-reader.ts';
import { makeDeadLetterQueues } from '../../shell/operations/dead-letter-queues.ts';
import { makeFindFailure } from '../../shell/operations/function-logs.ts';
import { makeReplay } from '../../shell/operations/replay.ts';
import { hubOutputs } from '../../shell/operations/stack-outputs.ts';
import { makeFindUnknownFields } from '../../shell/operations/unknown-fields.ts';
import { makeWebhookSecrets } from '../../shell/operations/webhook-secrets.ts';
import { makeSend } from '../../shell/queues.ts';
import { readWholeAudit } from '../../shell/tables/audit/whole-audit.ts';
import { readHoldings } from '../../shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { makeDestroyKey } from '../../shell/tables/keys/key-eraser.ts';
import { makeReadKeys } from '../../shell/tables/keys/key-reader.ts';
import { makeQuarantineEraser } from '../../shell/tables/quarantine/quarantine-eraser.ts';
import { makeReadClear } from '../../shell/tables/records/clear-items.ts';
import { readFlags } from '../../shell/tables/records/flagged-reader.ts';
import { makeReadHeard } from '../../shell/tables/records/heard.ts';
import { makeAnnounceAgain } from '../../shell/tables/records/outbox-store.ts';
import { makeReadPresentFlags } from '../../shell/tables/records/present-flags.ts';
import { makeShadows } from '../../shell/tables/records/shadow-store.ts';
import { makeWholeSubjects } from '../../shell/tables/records/whole-subjects.ts';
import type { Request } from './arguments.ts';
import { sealFileAt } from './audit/seal-file.ts';
import { verifyAudit } from './audit/verify.ts';
import { listDeadLetters } from './dead-letters/list.ts';
import { erase } from './erasure/erase.ts';
import { newFileAt } from './erasure/new-file.ts';
import { writeSubjectAccess } from './erasure/subject-access.ts';
import { type HubParts, hubPartsOf } from './hub-parts.ts';
import { useLocalHub } from './local-hub.ts';
import { rebuildAll } from './rebuild/rebuild-all.ts';
import { redrive } from './redrive.ts';
import { replayToRecords } from './replay.ts';
import { resendTo } from './resend.ts';
import { showItems } from './show.ts';
import { listUnknownFields } from './unknown-fields.ts';
import { changeWebhook } from './webhook.ts';

/**
 * How often it is asked whether something is done, and how often a queue must be found empty until it is. The hub on this
 * machine is quick, and its time may be set to any day: what it archived is not older than now.
 */
const paces = {
  aws: { askEvery: 5_000, emptyReceives: 20, latest: now },
  local: { askEvery: 100, emptyReceives: 2, latest: () => instantOf(Date.UTC(2100, 0)) },
};

type Carried = Exclude<Request, { command: 'help' }>;

/**
 * Carries out what was asked for, against a deployed stack or the hub on this machine.
 * @returns whether nothing is left to do.
 */
export async function carryOut(request: Carried, print: (line: string) => void): Promise<boolean> {
  const { hub } = request;
  const outputs = hub === 'local' ? useLocalHub() : await hubOutputs(cloudFormationClient(), hub.stack);
  const parts = hubPartsOf(outputs);
  const pace = hub === 'local' ? paces.local : paces.aws;
  const tools = makeTools(parts, pace);
  const newName = () => `lintel-${request.command}-${randomUUID()}`;
  const deps = {
    ...tools,
    parts,
    queues: parts.queues,
    webhooks: parts.webhooks,
    latest: pace.latest,
    now,
    newName,
    print,
  };
  switch (request.command) {
    case 'dead-letters':
      return (await listDeadLetters(deps, request)) === 0;
    case 'redrive':
      return redrive(deps, request.queue);
    case 'unknown-fields':
      return listUnknownFields(deps, request.system);
    case 'replay':
      return replayToRecords(deps, request);
    case 'webhook':
      return changeWebhook({ ...deps, allowsLoopback: hub === 'local' }, request);
    case 'resend':
      return resendTo(deps, request.system);
    case 'audit-verify':
      return verifyAudit(deps, sealFileAt(request.file));
    case 'show':
      return showItems(deps, request);
    case 'erase':
      return erase(deps, request);
    case 'subject-access':
      return writeSubjectAccess({ ...deps, write: newFileAt(request.file) }, request.person);
    case 'rebuild':
      return rebuildAll(deps, request.subject, request);
  }
}

function makeTools(parts: HubParts, { askEvery, emptyReceives }: (typeof paces)['aws']) {
  const { recordsTable: tableName, historyBucket: bucket } = parts;
  const { deliveriesTable, auditTable, quarantineTable, keysTable, busName, busArn, archiveArn } = parts;
  const wait = () => sleep(askEvery);
  const queues = sqsClient();
  const events = eventBridgeClient();
  const client = documentClient();
  const pause = fullJitter({ base: 50, cap: 2_000 });
  const moved = makeReadMoved({ client: s3Client(), bucket });
  const table = { client, tableName, pause, moved };
  const keys = { client, tableName: keysTable, pause };
  const replay = makeReplay({ client: events, archiveArn, busArn, wait });
  return {
    wait,
    replay,
    readArchive: makeReadArchive({ events, queues, busName, busArn, replay, emptyReceives }),
    deadLetters: makeDeadLetterQueues({ client: queues, wait }),
    findFailure: makeFindFailure(cloudWatchLogsClient()),
    secrets: makeWebhookSecrets(secretsManagerClient()),
    addressesOf: machine.addressesOf,
    newKey: () => `whsec_${randomBytes(33).toString('base64')}`,
    findUnknownFields: makeFindUnknownFields(cloudWatchLogsClient()),
    announceAgain: makeAnnounceAgain(table),
    readClear: makeReadClear(table),
    subjects: makeWholeSubjects(table),
    shadows: makeShadows(table),
    heard: makeReadHeard(table),
    setOf: (system: SystemName) => {
      const ownRows = { client, tableName: deliveriesTable, system };
      return { holdings: () => readHoldings(ownRows, system), writer: makeHoldingsWriter(ownRows) };
    },
    decrypt: makeDecrypt(makeReadKeys(keys)),
    destroyKey: makeDestroyKey(keys),
    quarantined: makeQuarantineEraser({ client, tableName: quarantineTable, pause }),
    auditRows: () => readWholeAudit({ client, tableName: auditTable }),
    flags: () => readFlags(table),
    presentFlags: makeReadPresentFlags(table),
    sendTo: (queueUrl: string) => makeSend({ client: queues, queueUrl }),
  };
}
