import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { makeSubjectReader } from '../../../functions/shell/tables/records/subject-reader.ts';
import { instantOf, type Subject } from '../../../schemas/reference.ts';
import { memoryHub } from '../../support/memory-hub.ts';
import { deployedTable } from '../calls/deployed-table.ts';
import { makeRecorder } from '../calls/recorder.ts';
import { afterTheNews } from '../support/news.ts';
import type { Contender } from './contender.ts';
import { homeOf } from './fold.ts';

/** The hub's own `record`, with all that it keeps: timeline, record, rules, flags with their history, and what is announced. */
export const hub: Contender = {
  name: 'the hub',
  effect: 1,
  async open(context, endpoint) {
    const table = await deployedTable(context, endpoint, 'StorageRecords', `records-${randomUUID()}`);
    return {
      consumer: client => makeRecorder({ ...table, client }).batch,
      async wrong(events) {
        const homes = [...new Set(events.map(homeOf))] as Subject[];
        const right = memoryHub();
        right.hear(events, instantOf(afterTheNews));
        const found = await makeSubjectReader(table).subjects(homes);
        return homes.filter(home => !isDeepStrictEqual(found.get(home)?.record, right.stored(home)?.record))
          .length;
      },
    };
  },
};
