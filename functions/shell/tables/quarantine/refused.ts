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

/** So many problems tell what is wrong; an item of the table holds 400 KB, and every list shows them. */
const mostProblems = 50;
const longestText = 300;

/** The same with no more problems, nor longer ones, than anybody reads. */
export function withinBounds<T extends { problems: readonly RefusalProblem[] }>(refused: T): T {
  const { problems } = refused;
  const kept = problems.slice(0, mostProblems).map(problem => shortened(problem));
  const more = problems.length - kept.length;
  if (more <= 0) return { ...refused, problems: kept };
  return { ...refused, problems: [...kept, { path: '', message: `${more} more are wrong` }] };
}

function shortened({ path, message, expected, received }: RefusalProblem): RefusalProblem {
  const short = (text: string) => text.slice(0, longestText).toWellFormed();
  return {
    path: short(path),
    message: short(message),
    ...(expected !== undefined && { expected: short(expected) }),
    ...(received !== undefined && { received: short(received) }),
  };
}

/** What the table says of an item that waits. `key` stays when the item waits no longer. */
export function waitingAs({ system, waitsFor, receivedAt }: Refused, id: string) {
  return {
    state: 'waiting',
    key: waitsFor && waitingKey(waitsFor),
    expiresAt: undefined,
    ...listedAs('waiting', { system, receivedAt, id }),
  };
}
