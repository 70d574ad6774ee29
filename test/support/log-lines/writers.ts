import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { repairs } from '../../../functions/adapters/systems.ts';
import { type Circuit, circuitLimits } from '../../../functions/core/delivery/circuit.ts';
import type { SendOutcome } from '../../../functions/core/delivery/send-outcome.ts';
import { applyOutcome } from '../../../functions/delivery/deliver/apply-outcome.ts';
import { guard } from '../../../functions/delivery/deliver/guard.ts';
import { measure } from '../../../functions/delivery/drift/measure.ts';
import type { FilesDeps } from '../../../functions/intake/files/deps.ts';
import { commitSnapshot } from '../../../functions/intake/files/snapshot/commit-snapshot.ts';
import { reportUnknown } from '../../../functions/intake/item/report-unknown.ts';
import { translate } from '../../../functions/intake/item/translate.ts';
import { followLate, type LateDeps } from '../../../functions/intake/quarantine/follow-late.ts';
import { makeQuarantine, type QuarantineDeps } from '../../../functions/intake/quarantine/quarantine.ts';
import { reportBacklog } from '../../../functions/intake/quarantine/report-backlog.ts';
import { compareDay } from '../../../functions/officers/sealing/compare-day.ts';
import { makeRelay } from '../../../functions/records/relay/relay.ts';
import { makeWatch } from '../../../functions/records/watch/watch.ts';
import { disclose } from '../../../functions/shell/http/disclose.ts';
import { logLines } from '../../../functions/shell/log-lines.ts';
import type { FileRecord } from '../../../functions/shell/tables/files/file-record.ts';
import { raised } from '../../integration/support/flag-events.ts';
import { instant } from '../events.ts';
import { raiseRepairOf } from '../hact-messages.ts';
import { unencrypted } from '../unencrypted.ts';

const earlier = instant('2025-06-02T07:00:00Z');
const at = instant('2025-06-02T07:42:00Z');
const now = () => at;
const { system } = repairs.manifest;

/** By the code of a line that a metric reads: what makes the handler's own code write it. */
export const writers: Readonly<Record<string, () => Promise<unknown>>> = {
  [logLines.recordsDue.code]: makeWatch({
    readDue: () => Promise.resolve([]),
    commitDue: () => Promise.resolve(),
    now,
  }),
  [logLines.outboxNotPublished.code]: relay,
  [logLines.quarantineChangeSkipped.code]: () =>
    makeQuarantine({} as QuarantineDeps)({ Records: [inserted({ ...itemKey, state: 'waiting' })] }),
  [logLines.lateFollowFailed.code]: followOneLate,
  [logLines.driftMeasured.code]: measureDrift,
  [logLines.reviewsMeasured.code]: measureDrift,
  [logLines.quarantineBacklog.code]: () =>
    reportBacklog({
      systems: [system],
      waiting: {
        for: () => Promise.resolve([]),
        backlog: () => Promise.resolve({ depth: 3, oldest: earlier }),
      },
      now,
    }),
  [logLines.snapshotHeld.code]: holdSnapshot,
  [logLines.unknownFields.code]: () => {
    const message = { ...raiseRepairOf({}), colourOfDoor: 'green' };
    return Promise.resolve(reportUnknown([translate({ row: 1, item: message }, repairs)], repairs));
  },
  [logLines.circuitOpened.code]: () =>
    push({ state: 'closed', failures: circuitLimits.opensAfter - 1 }, { kind: 'later', reason: 'down' }),
  [logLines.circuitOpen.code]: () =>
    push(
      { state: 'open', since: earlier, until: instant('2025-06-02T08:00:00Z'), probes: 1 },
      { kind: 'taken', acknowledged: true },
    ),
  [logLines.deliveryRetriedLater.code]: retryLater,
  [logLines.auditDiffers.code]: () =>
    compareDay(
      {
        now: at,
        rowsOf: () => Readable.from([]) as AsyncIterable<never>,
        seals: {
          last: undefined,
          has: () => true,
          read: () => Promise.resolve(undefined),
        },
      },
      '2025-06-01',
    ),
  [logLines.breakGlassUsed.code]: () =>
    disclose(
      { audit: { write: () => Promise.resolve() }, decrypt: unencrypted.decrypt },
      {
        viewer: {
          teams: ['repairs'],
          teamOfSystem: () => undefined,
          glassIsBroken: true,
        },
        reading: {
          readId: 'read-1',
          at,
          officer: 'officer-1',
          role: 'repairs-officer',
          endpoint: 'GET /v1/properties/{uprn}/flags',
          brokeGlass: 'Shouting is heard behind the door',
        },
      },
      'property/200000471104',
      { answer: {}, disclosed: [] },
    ),
};

const itemKey = { pk: 'SYSTEM#repairs', sk: 'ITEM#e4a6b4c3-5a9e-4b54-9e4f-0d8a6a0f2f11' };

function inserted({
  pk,
  sk,
  ...others
}: {
  pk: string;
  sk: string;
  [name: string]: unknown;
}): DynamoDBRecord {
  const dynamodb = {
    SequenceNumber: '1',
    Keys: marshall({ pk, sk }),
    NewImage: marshall({ pk, sk, ...others }),
  };
  return { eventName: 'INSERT', dynamodb } as DynamoDBRecord;
}

/** Relays a row to a bus that does not take it this time. */
function relay() {
  const event = raised('active-leak', 1);
  const handler = makeRelay({
    publish: () => Promise.resolve([{ event, code: 'InternalFailure' }]),
    deadLetter: () => Promise.resolve(),
  });
  return handler({
    Records: [inserted({ pk: 'PROPERTY#1', sk: 'OUTBOX#000000000001', entry: { events: [event] } })],
  });
}

/** Follows one resolved item that cannot be read. */
function followOneLate() {
  const item = { system, id: 'q-1', receivedAt: earlier, resolutions: [] };
  return followLate({
    systems: [system],
    now: () => instant('2025-06-02T09:00:00Z'),
    items: {
      list: ({ state }: { state: string }) => Promise.resolve({ items: state === 'resolved' ? [item] : [] }),
      find: () => Promise.reject(new Error('no route')),
    },
  } as unknown as LateDeps);
}

function measureDrift(): Promise<void> {
  return measure({
    flags: async function* () {},
    systems: [system],
    holdingsOf: () => Promise.resolve({ receipts: new Map(), own: new Map() }),
    teamOfSystem: () => 'repairs',
    publish: () => Promise.resolve([]),
    now,
  });
}

/** Pushes one message to a system with that circuit. */
function push(circuit: Circuit, outcome: SendOutcome): Promise<SendOutcome> {
  const circuits = {
    read: () => Promise.resolve(circuit),
    change: <T extends { next: Circuit }>(decide: (before: Circuit) => T) => Promise.resolve(decide(circuit)),
  };
  return guard({ send: () => Promise.resolve(outcome), circuits, now })()();
}

/** Settles a message that the system did not take. */
function retryLater(): Promise<boolean> {
  const attributes = { SentTimestamp: String(Date.parse(earlier)), ApproximateReceiveCount: '2' };
  const record = { messageId: 'm-1', body: '{}', attributes } as SQSRecord;
  const handBack = { retryLater: () => Promise.resolve(), deadLetter: () => Promise.resolve() };
  const deps = { handBack, now, random: () => 0.5 };
  return applyOutcome(
    deps,
    { record, event: undefined, isAtOnce: false },
    { kind: 'later', reason: 'answered 503' },
  );
}

/** Compares a snapshot of no rows with one of ten. */
function holdSnapshot() {
  const fileId = 'e4a6b4c3-5a9e-4b54-9e4f-0d8a6a0f2f11';
  const last = { sequence: 1, fileId, takenAt: earlier, rows: 10, key: 'last' };
  const deps = {
    adapter: repairs,
    files: { findFeed: () => Promise.resolve(last), save: (file: FileRecord) => Promise.resolve(file) },
    objects: {
      read: (key: string) =>
        Promise.resolve(Readable.from([key === last.key ? gzipSync('') : Buffer.from('Job no\n')])),
    },
  } as unknown as FilesDeps;
  return commitSnapshot(
    {
      ...{ fileId, kind: 'snapshot', feed: 'open-jobs', contentType: 'text/csv', bytes: 7 },
      ...{ registeredAt: at, registeredBy: system, state: 'processing', dealtWith: 0, parts: [] },
      ...{ revision: 0, expiresAt: 0 },
    },
    deps,
  );
}
