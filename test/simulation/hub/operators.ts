import { systems } from '../../../functions/adapters/connected.ts';
import { happenedKey } from '../../../functions/core/record/timeline.ts';
import type { RebuildOptions } from '../../../functions/operators/ops/rebuild/rebuild.ts';
import { rebuildAll } from '../../../functions/operators/ops/rebuild/rebuild-all.ts';
import { redrive } from '../../../functions/operators/ops/redrive.ts';
import { replayToRecords } from '../../../functions/operators/ops/replay.ts';
import { resendTo } from '../../../functions/operators/ops/resend.ts';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import { chunksOf } from '../../../functions/shell/chunks.ts';
import type { Clients } from '../../../functions/shell/clients.ts';
import { makeDecrypt } from '../../../functions/shell/encryption.ts';
import { isSystemEvent } from '../../../functions/shell/event-message.ts';
import type { Machine } from '../../../functions/shell/machine.ts';
import { makeReadMoved } from '../../../functions/shell/moved-objects.ts';
import type { ReadArchive } from '../../../functions/shell/operations/archive-reader.ts';
import { makeDeadLetterQueues } from '../../../functions/shell/operations/dead-letter-queues.ts';
import { makeReplay } from '../../../functions/shell/operations/replay.ts';
import { makeSend } from '../../../functions/shell/queues.ts';
import { readHoldings } from '../../../functions/shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../../functions/shell/tables/deliveries/holdings-writer.ts';
import { makeReadKeys } from '../../../functions/shell/tables/keys/key-reader.ts';
import { readFlags } from '../../../functions/shell/tables/records/flagged-reader.ts';
import { makeReadHeard } from '../../../functions/shell/tables/records/heard.ts';
import { recordKey } from '../../../functions/shell/tables/records/keys.ts';
import { makeAnnounceAgain } from '../../../functions/shell/tables/records/outbox-store.ts';
import { makeReadPresentFlags } from '../../../functions/shell/tables/records/present-flags.ts';
import { makeShadows } from '../../../functions/shell/tables/records/shadow-store.ts';
import {
  makeSubjectReader,
  type SubjectReader,
} from '../../../functions/shell/tables/records/subject-reader.ts';
import type { TimelinePosition } from '../../../functions/shell/tables/records/timeline-page.ts';
import { makeWholeSubjects } from '../../../functions/shell/tables/records/whole-subjects.ts';
import { instantOf, type Subject, type SystemName } from '../../../schemas/reference.ts';
import type { BusEvent } from '../services/bus.ts';
import { queueUrl } from '../services/sqs.ts';
import { deadLettersOf, noticeQueues } from './plan.ts';

/** What operators do with `npm run ops`. Each is a process: it says whether nothing is left to do. */
export interface Operators {
  redrive(): Promise<boolean>;
  replay(): Promise<boolean>;
  resend(system: string): Promise<boolean>;
  rebuild(options: RebuildOptions): Promise<boolean>;
  /** Pages through every timeline, and gives the places of its events as they are told. */
  told(give: (places: readonly string[]) => void): Promise<boolean>;
}

const named = (name: string, queue: string) => ({ name, url: queueUrl(queue), logGroups: [] });

/** Every dead-letter queue by the name that operators know it by. */
const letters = [
  named('records', deadLettersOf('records')),
  ...['inbound', 'files', 'outbound'].flatMap(kind =>
    systems.map(system => named(`${system}-${kind}`, deadLettersOf(`${system}-${kind}`))),
  ),
  ...Object.values(noticeQueues).map(name => named(name, name)),
];

interface Around {
  /** What the bus ever took. */
  readonly archive: readonly BusEvent[];
  print(line: string): void;
}

/** So many events at a time are read from the archive. */
const archivePage = 10;

/** So few that pages cross from the table to what has left it. */
const pageOf = 3;

async function tellTimeline(
  reader: Pick<SubjectReader, 'timeline'>,
  subject: Subject,
  give: (places: readonly string[]) => void,
): Promise<void> {
  const places: string[] = [];
  let after: TimelinePosition | undefined;
  do {
    const page = await reader.timeline({ subject, limit: pageOf, after });
    for (const { event } of page.items) places.push(`${recordKey(subject).pk} EVENT#${happenedKey(event)}`);
    after = page.next;
  } while (after !== undefined);
  give(places);
}

/** Makes the operators' commands over a world's services. */
export function makeOperators(shell: Machine & Clients, { archive, print }: Around): Operators {
  const queues = shell.sqsClient();
  const client = shell.documentClient();
  const moved = makeReadMoved({ client: shell.s3Client(), bucket: 'history' });
  const table = { client, tableName: 'Records', pause: fullJitter({ base: 50, cap: 2_000 }, shell), moved };
  const wait = () => shell.sleep(5_000);
  const replay = makeReplay({
    client: shell.eventBridgeClient(),
    archiveArn: 'archive',
    busArn: 'bus',
    wait,
  });
  const deps = {
    ...{ queues: letters, parts: { recordRuleArn: 'rule/records-bulk', queues: letters } },
    ...{ wait, replay, now: shell.now, latest: shell.now, print },
    newName: () => `lintel-${shell.newId()}`,
    deadLetters: makeDeadLetterQueues({ client: queues, wait }),
    announceAgain: makeAnnounceAgain(table),
    subjects: makeWholeSubjects(table),
    shadows: makeShadows(table),
    heard: makeReadHeard(table),
    decrypt: makeDecrypt(makeReadKeys({ ...table, tableName: 'Keys' })),
    setOf: (system: SystemName) => {
      const ownRows = { client, tableName: 'Deliveries', system };
      return { holdings: () => readHoldings(ownRows, system), writer: makeHoldingsWriter(ownRows) };
    },
    flags: () => readFlags(table),
    presentFlags: makeReadPresentFlags(table),
    sendTo: (url: string) => makeSend({ client: queues, queueUrl: url }),
    readArchive: (async (_query, onEvents) => {
      const events = archive.map(({ detail }) => detail).filter(isSystemEvent);
      for (const page of chunksOf(events, archivePage)) await onEvents(page);
      return { completed: true, outcome: 'completed' };
    }) satisfies ReadArchive,
  };
  return {
    redrive: () => redrive(deps, undefined),
    replay: () => replayToRecords(deps, { from: instantOf(0), to: undefined }),
    resend: system => resendTo(deps, system),
    rebuild: options => rebuildAll(deps, 'all', options),
    async told(give) {
      await deps.subjects.each(subject => tellTimeline(makeSubjectReader(table), subject, give));
      return true;
    },
  };
}
