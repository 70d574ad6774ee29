import type { SystemManifest } from '../../../functions/adapters/contract.ts';
import { adapters } from '../../../functions/adapters/registry.ts';
import type { QueueSettings } from '../services/queues.ts';

/** The systems of the hub. */
export const manifests: readonly SystemManifest[] = adapters.map(({ manifest }) => manifest);

/** How long each function may take, in seconds. */
export const timeoutSeconds = {
  receive: 29,
  files: 300,
  quarantine: 60,
  record: 30,
  watch: 120,
  move: 900,
  relay: 30,
  deliver: 30,
  drift: 120,
  api: 29,
  decide: 29,
  audit: 29,
} as const;
export type FunctionKind = keyof typeof timeoutSeconds;

/** As many minutes lie between two runs of what runs by the clock. */
export const minutesBetween = { watch: 5, quarantine: 15, drift: 15, move: 24 * 60 } as const;

/** How streams are read. */
export const streamSettings = { batchSize: 25, retries: 1000, maximumAgeSeconds: 12 * 3600 } as const;
/** After a day a stream forgets. */
export const streamDaySeconds = 24 * 3600;

/** A queue that feeds a function. */
export interface ConsumerQueue extends QueueSettings {
  readonly feeds: string;
  readonly batchSize: number;
  readonly concurrency: number;
}

/** Six times its function's timeout. */
function consumer(
  name: string,
  kind: 'receive' | 'files' | 'record' | 'deliver',
  rest: { feeds: string; concurrency: number; batchSize?: number; receives?: number; twin?: string },
): ConsumerQueue {
  const { feeds, concurrency, batchSize = 10, receives = 5, twin = name } = rest;
  return {
    ...{ name, feeds, concurrency, batchSize },
    visibilitySeconds: 6 * timeoutSeconds[kind],
    redrive: { to: deadLettersOf(twin), receives },
  };
}

/** The queue of the dead letters of a queue. */
export function deadLettersOf(queue: string): string {
  return `${queue}-dead-letters`;
}

/** Every queue that feeds a function. */
export const consumers: readonly ConsumerQueue[] = [
  consumer('records', 'record', { feeds: 'record', concurrency: 10 }),
  consumer('records-bulk', 'record', { feeds: 'record', concurrency: 2, batchSize: 40, twin: 'records' }),
  ...manifests.flatMap(({ system }) => [
    consumer(`${system}-inbound`, 'receive', { feeds: `receive-${system}`, concurrency: 5 }),
    consumer(`${system}-files`, 'files', { feeds: `files-${system}`, concurrency: 2, batchSize: 1 }),
    consumer(`${system}-outbound`, 'deliver', { feeds: `deliver-${system}`, concurrency: 5, receives: 1000 }),
  ]),
];

/** The queues from which systems fetch. */
export const inboxes: readonly QueueSettings[] = manifests
  .filter(({ delivery }) => delivery === 'inbox')
  .map(({ system }) => ({
    name: `${system}-inbox`,
    visibilitySeconds: 300,
    redrive: { to: deadLettersOf(`${system}-inbox`), receives: 10 },
  }));

/** What the readers of streams could not see through. */
export const noticeQueues = { relay: 'announcements', quarantine: 'quarantine' } as const;

/** Every dead-letter queue. Each has an alarm. */
export const deadLetterQueues: readonly string[] = [
  ...new Set([...consumers, ...inboxes].flatMap(({ redrive }) => redrive?.to ?? [])),
  ...Object.values(noticeQueues),
];
