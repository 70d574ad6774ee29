import * as z from 'zod';
import { type SystemEvent, systemEventSchema } from '../../../schemas/catalogue.ts';
import type { Encrypt } from '../../shell/encryption.ts';
import {
  eventContentType,
  mistakenContentType,
  type QuarantineItem,
  unmatchedContentType,
} from '../../shell/tables/quarantine/item.ts';

const holdsEvent = z.looseObject({ event: systemEventSchema });

/**
 * What an officer puts in the place of an event that the hub keeps, with its personal texts encrypted again: they were shown
 * in clear. What is no event any more, or came from a system in its own format, stays as it is.
 */
export async function encryptedPayload(
  encrypt: Encrypt,
  { contentType }: Pick<QuarantineItem, 'contentType'>,
  payload: unknown,
): Promise<unknown> {
  if (contentType === eventContentType) {
    const { data: event } = systemEventSchema.safeParse(payload);
    return event === undefined ? payload : encryptedOne(encrypt, event);
  }
  if (contentType !== mistakenContentType && contentType !== unmatchedContentType) return payload;
  const { data: held } = holdsEvent.safeParse(payload);
  return held === undefined ? payload : { ...held, event: await encryptedOne(encrypt, held.event) };
}

async function encryptedOne(encrypt: Encrypt, event: SystemEvent): Promise<SystemEvent> {
  const [encrypted = event] = await encrypt([event]);
  return encrypted;
}
