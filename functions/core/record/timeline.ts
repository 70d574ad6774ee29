import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { derivedId } from '../envelope/derived-id.ts';
import type { Stamp } from './registers.ts';

/**
 * What an event says, as one short text: the same id with another fingerprint is an amended event, not a repeated one.
 * When the hub heard it is not part of it, nor is a time that is nothing else.
 */
export function fingerprintOf({ type, subject, time, timebasis, data, corrects }: LintelEvent): string {
  const happened = timebasis === 'heard' ? timebasis : time;
  return derivedId(type, subject, happened, data, ...(corrects === undefined ? [] : [corrects]));
}

/** The timeline's sort key: by time happened, then by id. */
export function happenedKey({ time, id }: Pick<LintelEvent, 'time' | 'id'>): string {
  return `${time}#${id}`;
}

/** The same of an event of which only the stamp was kept. */
export function stampKey({ at, id }: Pick<Stamp, 'at' | 'id'>): string {
  return `${at}#${id}`;
}
