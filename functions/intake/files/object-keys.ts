import type { SystemName } from '../../../schemas/reference.ts';

/** Where things lie in the bucket: each kind has its own life and each system its own part. */
export function objectKeysOf(system: SystemName) {
  const place =
    (kind: string, ending = '') =>
    (name: string) =>
      `${kind}/${system}/${name}${ending}`;
  return {
    upload: place('files'),
    part: place('parts', '.ndjson'),
    result: place('results', '.ndjson'),
    changes: place('changes', '.ndjson.gz'),
    snapshot: place('snapshots', '.ndjson.gz'),
  };
}

/** The file that an uploaded object is; undefined for what is no upload of this system. */
export function fileIdOf(key: string, system: SystemName): string | undefined {
  const [kind, owner, fileId, ...more] = key.split('/');
  return kind === 'files' && owner === system && more.length === 0 ? fileId : undefined;
}
