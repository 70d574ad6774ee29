import type { SQSRecord } from 'aws-lambda';
import { type Commit, makeCommit } from '../../../functions/records/commit/commit.ts';
import { makeRecord } from '../../../functions/records/record/record.ts';
import type { EventsTable } from '../../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore } from '../../../functions/shell/tables/records/records-store.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { afterTheNews } from '../support/news.ts';

/** The record function on a table, without Lambda and queue around it. */
export interface Recorder {
  /** One batch of the record queue, for every subject that its events touch. */
  batch(events: readonly SystemEvent[]): Promise<void>;
  /** The commit of one subject. */
  commit: Commit;
}

/** Makes the record function on a table; whatever is refused or fails stops the benchmark. */
export function makeRecorder(table: EventsTable): Recorder {
  const now = () => instantOf(afterTheNews);
  const keep = () => Promise.reject(new Error('Nothing in a benchmark is to be refused'));
  const commit = makeCommit({ store: makeRecordsStore(table), keep, now, pause: table.pause });
  const record = makeRecord({ commit, announceAtOnce: () => Promise.resolve(), keep, now });
  return {
    commit,
    async batch(events) {
      const Records = events.map(event => ({ messageId: event.id, body: JSON.stringify({ detail: event }) }));
      const { batchItemFailures } = await record({ Records: Records as SQSRecord[] });
      if (batchItemFailures.length > 0)
        throw new Error(`${batchItemFailures.length} events were not recorded`);
    },
  };
}
