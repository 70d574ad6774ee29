import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repairs } from '../../../functions/adapters/systems.ts';
import type { ResultLine } from '../../../functions/intake/files/contract.ts';
import type { FilesDeps } from '../../../functions/intake/files/deps.ts';
import { objectKeysOf } from '../../../functions/intake/files/object-keys.ts';
import { processFile } from '../../../functions/intake/files/process-file.ts';
import { makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import type { FileRecord } from '../../../functions/shell/tables/files/file-record.ts';
import { makeFilesStore } from '../../../functions/shell/tables/files/files-store.ts';
import { makeKeep } from '../../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { instant } from '../../support/events.ts';
import { makeFolderObjects } from '../../support/folder-objects.ts';
import { unencrypted } from '../../support/unencrypted.ts';
import { importInto, larchHouseExtract } from './larch-house.ts';
import { newTable } from './tables.ts';

/** The files of the repairs system, without the cloud around them. */
export interface FilesDesk {
  deps: FilesDeps;
  published: LintelEvent[];
  /** Files that were put back into the queue. */
  queued: string[];
  clock: { at: string };
  /** Uploads a file, and gives it back as it is before anybody works on it. */
  upload(content: string, kind?: Partial<FileRecord>): Promise<FileRecord>;
  /** Works a file off in one turn. */
  workOff(
    fileId: string,
    turn?: { messageId?: string; hasTime?: () => boolean; deps?: FilesDeps },
  ): Promise<FileRecord>;
  linesOf(file: FileRecord): Promise<ResultLine[]>;
  clear(): Promise<void>;
}

const places = objectKeysOf(repairs.manifest.system);

/** Opens a desk with the homes of Larch House. */
export async function openFilesDesk(): Promise<FilesDesk> {
  const [directory, quarantine, files] = await Promise.all([newTable(), newTable(), newTable()]);
  await importInto(directory, larchHouseExtract);
  const folder = await mkdtemp(path.join(tmpdir(), 'lintel-files-'));
  const [published, queued, clock]: [LintelEvent[], string[], { at: string }] = [
    [],
    [],
    { at: '2026-02-02T02:00:00Z' },
  ];
  const deps: FilesDeps = {
    adapter: repairs,
    directory: makeDirectory(directory),
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    keep: makeKeep(quarantine),
    files: makeFilesStore({ ...files, system: repairs.manifest.system }),
    objects: makeFolderObjects(folder),
    links: { upload: () => Promise.reject(new Error('not here')), download: key => Promise.resolve(key) },
    enqueue: fileId => Promise.resolve(void queued.push(fileId)),
    newId: randomUUID,
    now: () => instant(clock.at),
    publish: events => {
      published.push(...events);
      return Promise.resolve([]);
    },
  };
  const found = async (fileId: string): Promise<FileRecord> => {
    const file = await deps.files.find(fileId);
    if (file === undefined) throw new Error(`no file ${fileId}`);
    return file;
  };
  return {
    deps,
    published,
    queued,
    clock,
    async upload(content, kind = { kind: 'snapshot', feed: 'open-jobs' }) {
      const fileId = randomUUID();
      await deps.objects.write(places.upload(fileId), content);
      await deps.files.create({
        kind: 'events',
        contentType: 'text/csv',
        ...kind,
        fileId,
        bytes: content.length,
        registeredAt: deps.now(),
        registeredBy: 'repairs',
        state: 'waiting',
        dealtWith: 0,
        parts: [],
        revision: 0,
        expiresAt: 0,
      });
      return found(fileId);
    },
    async workOff(fileId, turn = {}) {
      const { messageId = 'm-1', hasTime = () => true } = turn;
      await processFile(fileId, { messageId, seconds: 300, hasTime }, turn.deps ?? deps);
      return found(fileId);
    },
    async linesOf({ result }) {
      const text = await readFile(path.join(folder, result?.key ?? ''), 'utf8');
      return text
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line));
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
