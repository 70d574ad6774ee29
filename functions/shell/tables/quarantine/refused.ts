import type { RefusalReason } from '../../../../schemas/events/quarantine.ts';
import type { Instant, Uprn } from '../../../../schemas/reference.ts';
import { derivedId } from '../../../core/envelope/derived-id.ts';
import { type WaitsFor, waitingKey } from '../../../core/quarantine/waits-for.ts';
import { type KeptCandidate, listedAs, type RefusalProblem } from './item.ts';

/** Something that the hub could not take, with all that is needed to correct it and take it after all. */
export interface Refused {
  system: string;
  reason: RefusalReason;
  problems: readonly RefusalProblem[];
  /** The item exactly as it came. */
  payload: string;
  contentType: string;
  /** When the hub first heard it. */
  receivedAt: Instant;
  row?: number | undefined;
  eventType?: string | undefined;
  /** What has to become known before it can be taken. */
  waitsFor?: WaitsFor | undefined;
  candidates?: readonly KeptCandidate[] | undefined;
  /** Of something about a person: the home whose household they are of, as the system thinks. */
  soughtAt?: Uprn | undefined;
  /** What makes two refusals the same one; the payload where nothing else does. */
  identity?: readonly unknown[] | undefined;
  /** The item that was re-submitted, for the so-manieth time, and is refused again. */
  resubmitted?: { id: string; attempt: number } | undefined;
}

/** The id under which a refusal is kept. */
export function quarantineIdOf({
  system,
  identity,
  payload,
}: Pick<Refused, 'system' | 'identity' | 'payload'>): string {
  return derivedId('quarantine', system, ...(identity ?? [payload]));
}

/** What the table says of an item that waits. `key` stays when the item waits no longer; `waitsFor` is the index of those that do. */
export function waitingAs({ waitsFor, receivedAt }: Refused, id: string) {
  const key = waitsFor && waitingKey(waitsFor);
  return { state: 'waiting', key, waitsFor: key, listed: listedAs('waiting', { receivedAt, id }) };
}
