import type { Adapter } from '../../adapters/contract.ts';
import type { Links } from '../../shell/links.ts';
import type { Objects } from '../../shell/objects.ts';
import type { FilesStore } from '../../shell/tables/files/files-store.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';

/** What a system's files are processed with. */
export interface FilesDeps extends Omit<ReceiveDeps, 'adapter'> {
  adapter: Pick<Adapter, 'manifest' | 'itemsOf' | 'itemSchema' | 'inbound' | 'snapshots'>;
  keep: Keep;
  files: FilesStore;
  objects: Objects;
  links: Links;
  /** Enqueues a file (again). */
  enqueue: (fileId: string) => Promise<void>;
  newId: () => string;
}
