import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { memoryHub } from '../../support/memory-hub.ts';

const digits = 16;

/** Folds an archive from nothing, in its order. @returns a digest of each subject's record, rows and flags at its end */
export function digestsOf(archive: readonly SystemEvent[]): Record<string, string> {
  const hub = memoryHub();
  for (const event of archive) hub.hear([event], event.recordedtime);
  const end = instantOf(Math.max(...archive.map(({ recordedtime }) => Date.parse(recordedtime))));
  const subjects = Object.entries(hub.state(end)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    subjects.map(([subject, { record, rows, flags }]) => [subject, digestOf({ record, rows, flags })]),
  );
}

function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
    .slice(0, digits);
}
