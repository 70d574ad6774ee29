import type { LocalReference } from '../../../schemas/reference.ts';
import { heldBy, type Receipts } from './held.ts';

/** A system's whole set as it says so itself: versions by flag id, and codes of its own warnings by its references. */
export interface ReportedSet {
  flags: ReadonlyMap<string, number>;
  own: ReadonlyMap<LocalReference, string | undefined>;
}

/** What the hub believed until now. */
export interface Believed<R extends Receipts> {
  receipts: ReadonlyMap<string, R>;
  own: ReadonlyMap<LocalReference, { code?: string | undefined }>;
}

/** What has to be written so that the hub believes what the system said. */
export type Belief<R extends Receipts> =
  | { kind: 'holds'; id: string; version: number; before: R | undefined }
  | { kind: 'lacks'; id: string; before: R }
  | { kind: 'owns'; localReference: LocalReference; code: string | undefined }
  | { kind: 'owns-no-more'; localReference: LocalReference };

/** The difference between what a system says that it holds and what its receipts say; nothing where they agree. */
export function* beliefsOf<R extends Receipts>(
  reported: ReportedSet,
  believed: Believed<R>,
): Generator<Belief<R>> {
  for (const [id, version] of reported.flags) {
    const before = believed.receipts.get(id);
    if (before === undefined || heldBy(before)?.version !== version)
      yield { kind: 'holds', id, version, before };
  }
  for (const [id, before] of believed.receipts) {
    if (!reported.flags.has(id) && heldBy(before) !== undefined) yield { kind: 'lacks', id, before };
  }
  for (const [localReference, code] of reported.own) {
    const known = believed.own.get(localReference);
    if (known === undefined || known.code !== code) yield { kind: 'owns', localReference, code };
  }
  for (const localReference of believed.own.keys()) {
    if (!reported.own.has(localReference)) yield { kind: 'owns-no-more', localReference };
  }
}
