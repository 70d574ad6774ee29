import { adapterFor } from '../../../../functions/adapters/registry.ts';
import { objectKeysOf } from '../../../../functions/intake/files/object-keys.ts';
import { processFile } from '../../../../functions/intake/files/process-file.ts';
import { makeEncrypt } from '../../../../functions/shell/encryption.ts';
import { makePublisher } from '../../../../functions/shell/publisher.ts';
import { makeReadTold } from '../../../../functions/shell/tables/deliveries/told-reader.ts';
import { makeDirectory } from '../../../../functions/shell/tables/directory/directory-store.ts';
import { makeFilesStore } from '../../../../functions/shell/tables/files/files-store.ts';
import { makeObtainKeys } from '../../../../functions/shell/tables/keys/key-maker.ts';
import { makeKeep } from '../../../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { NightlyList } from '../world/act.ts';
import { tables } from './functions.ts';
import type { Hub } from './hub.ts';
import { memoryObjects } from './objects.ts';
import type { Taken } from './refusal.ts';

/** Somebody believes a list that is held at once, since a small borough's lists differ by more than a large one's. */
export function listTaker({ clients, machine, clock }: Hub) {
  const [client, objects] = [clients.documentClient(), memoryObjects()];
  const pause = () => Promise.resolve();
  const table = (tableName: string) => ({ client, tableName, pause });
  return async ({ system, feed, body, cutOff }: NightlyList): Taken => {
    clock.work();
    const adapter = adapterFor(system);
    if (adapter === undefined) throw new Error(`There is no system ${system}`);
    const files = makeFilesStore({ ...table(tables.FILES_TABLE), system: adapter.manifest.system });
    const deps = {
      ...{ adapter, files, objects, now: machine.now, newId: machine.newId, enqueue: pause },
      directory: makeDirectory(table(tables.DIRECTORY_TABLE)),
      told: makeReadTold(table(tables.DELIVERIES_TABLE), adapter.manifest.system),
      keep: makeKeep(table(tables.QUARANTINE_TABLE)),
      encrypt: makeEncrypt(makeObtainKeys(table(tables.KEYS_TABLE), machine.randomBytes)),
      links: {
        upload: () => Promise.reject(new Error('not here')),
        download: (key: string) => Promise.resolve(key),
      },
      publish: makePublisher({ client: clients.eventBridgeClient(), busName: 'hub', pause }),
    };
    const fileId = machine.newId();
    await objects.write(objectKeysOf(adapter.manifest.system).upload(fileId), body);
    await files.create({
      ...{
        fileId,
        kind: 'snapshot',
        feed,
        contentType: 'text/csv',
        bytes: body.length,
        registeredBy: system,
      },
      ...{
        registeredAt: machine.now(),
        state: 'waiting',
        dealtWith: 0,
        parts: [],
        revision: 0,
        expiresAt: 0,
      },
      ...(cutOff !== true && { believed: { by: 'a manager', at: machine.now() } }),
    });
    await processFile(fileId, { messageId: fileId, seconds: 300, hasTime: () => true }, deps);
    const file = await files.find(fileId);
    const counts = file?.counts;
    return file?.state === 'done' && counts?.rejected === 0 && counts.quarantined === 0
      ? undefined
      : { status: 422, body: JSON.stringify(file) };
  };
}
