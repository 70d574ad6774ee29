import { systems } from '../../adapters/connected.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeReadMoved } from '../../shell/moved-objects.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeResubmit } from '../../shell/resubmission.ts';
import { makeCrossReferences } from '../../shell/tables/directory/cross-references.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeNumbers } from '../../shell/tables/directory/numbers.ts';
import { makeWorkOrderHomes } from '../../shell/tables/directory/work-order-homes.ts';
import { makeQuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../../shell/tables/quarantine/quarantine-resolver.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeQuarantineWaiting } from '../../shell/tables/quarantine/quarantine-waiting.ts';
import { makeSubjectReader } from '../../shell/tables/records/subject-reader.ts';
import { makeWholeTimeline } from '../../shell/tables/records/whole-timeline.ts';
import { makeQuarantine } from './quarantine.ts';

type QuarantineShell = Machine & Pick<Clients, 'documentClient' | 'eventBridgeClient' | 's3Client'>;

/** Wires the function that follows what waits in quarantine. */
export function makeQuarantineFunction(variables: Variables, shell: QuarantineShell) {
  const environment = environmentOf(
    {
      QUARANTINE_TABLE: setting,
      DIRECTORY_TABLE: setting,
      RECORDS_TABLE: setting,
      HISTORY_BUCKET: setting,
      BUS_NAME: setting,
      TICKET_BUS_NAME: setting,
    },
    variables,
  );
  const client = shell.documentClient();
  const eventBridge = shell.eventBridgeClient();
  const pause = fullJitter({ base: 50, cap: 1_000 }, shell);
  const quarantine = { client, tableName: environment.QUARANTINE_TABLE, pause };
  const moved = makeReadMoved({ client: shell.s3Client(), bucket: environment.HISTORY_BUCKET });
  const records = { client, tableName: environment.RECORDS_TABLE, pause, moved };
  const directory = { client, tableName: environment.DIRECTORY_TABLE, pause };
  return makeQuarantine({
    items: makeQuarantineReader(quarantine),
    waiting: makeQuarantineWaiting(quarantine),
    resolver: makeQuarantineResolver(quarantine),
    crossReferences: makeCrossReferences(directory),
    directory: makeDirectory(directory),
    workOrderHomes: makeWorkOrderHomes(directory),
    numbers: makeNumbers(directory),
    records: makeSubjectReader(records),
    timelineOf: makeWholeTimeline(records),
    keep: makeKeep(quarantine),
    resubmit: makeResubmit({ client: eventBridge, busName: environment.TICKET_BUS_NAME, systems }),
    publish: makePublisher({ client: eventBridge, busName: environment.BUS_NAME, pause }),
    systems: [...systems, 'unknown'],
    now: shell.now,
  });
}
