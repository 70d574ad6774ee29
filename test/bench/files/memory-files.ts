import { randomUUID } from 'node:crypto';
import { repairs } from '../../../functions/adapters/systems.ts';
import type { FilesDeps } from '../../../functions/intake/files/deps.ts';
import { now } from '../../../functions/shell/clock.ts';
import type { FeedRecord, FileRecord } from '../../../functions/shell/tables/files/file-record.ts';
import { makeFolderObjects } from '../../support/folder-objects.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import type { Estate } from '../support/estate.ts';

/** The files function with a folder for its bucket and nothing behind it: what is left is its own work. */
export interface MemoryFiles {
  deps: FilesDeps;
  /** How many events it has published. */
  published: () => number;
}

const absent = () => Promise.reject(new Error('not part of what is measured'));

/** Makes the dependencies of the files function of repairs, for the homes of an estate. */
export function makeMemoryFiles(folder: string, estate: Estate): MemoryFiles {
  const files = new Map<string, FileRecord>();
  const feeds = new Map<string, FeedRecord>();
  const places = new Map(estate.homes.map(home => [home.uprn, { uprn: home.uprn, blockUprn: home.block }]));
  const byKey = new Map(estate.homes.map(home => [home.repairs, home.uprn]));
  let count = 0;
  const deps: FilesDeps = {
    adapter: repairs,
    directory: {
      placesOf: uprns =>
        Promise.resolve(new Map([...uprns].flatMap(uprn => [[uprn, places.get(uprn)]]) as never)),
      byReference: (_system, reference) =>
        Promise.resolve({ uprns: [byKey.get(reference)].filter(uprn => uprn !== undefined) }),
      learnt: () => Promise.resolve(new Map()),
      homesIn: () => Promise.resolve([]),
      predecessorsOf: () => Promise.resolve([]),
      byAddress: absent,
      byPostcode: absent,
    },
    told: () => Promise.resolve(new Map()),
    keep: absent,
    encrypt: unencrypted.encrypt,
    publish: events => {
      count += events.length;
      return Promise.resolve([]);
    },
    files: {
      find: fileId => Promise.resolve(files.get(fileId)),
      findFeed: feed => Promise.resolve(feeds.get(feed)),
      create: file => Promise.resolve(void files.set(file.fileId, file)),
      save(file, feed) {
        const next = { ...file, revision: file.revision + 1 };
        files.set(file.fileId, next);
        if (feed !== undefined) feeds.set(feed.name, feed.to);
        return Promise.resolve(next);
      },
    },
    objects: makeFolderObjects(folder),
    links: { upload: absent, download: absent },
    enqueue: absent,
    newId: randomUUID,
    now,
  };
  return { deps, published: () => count };
}
