import type { Adapter } from '../../adapters/contract.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { systemEndpoint } from '../../shell/http/system-endpoint.ts';
import type { Links } from '../../shell/links.ts';
import type { Objects } from '../../shell/objects.ts';
import type { FilesStore } from '../../shell/tables/files/files-store.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';

/** What a system's files are processed with. */
export interface FilesDeps extends Omit<ReceiveDeps, 'adapter'> {
  adapter: ReceiveDeps['adapter'] & Pick<Adapter, 'snapshots'>;
  keep: Keep;
  files: FilesStore;
  objects: Objects;
  links: Links;
  /** Enqueues a file (again). */
  enqueue: (fileId: string) => Promise<void>;
  newId: () => string;
}

/** Defines an endpoint about a system's files. */
export const defineEndpoint = endpointsFor<FilesDeps>();

/** What they have in common. */
export const fileEndpoint = {
  ...systemEndpoint,
  tag: 'Files',
  retry: 'Something that the hub needs did not answer. Ask again: nothing is done twice.',
} as const;

/** The problem of a file that the system was given no link for. */
export const unknownFile = { 404: 'No system of that name, or the system has no file of this id' } as const;
