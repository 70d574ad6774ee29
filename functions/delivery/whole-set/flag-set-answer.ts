import type * as z from 'zod';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import type { OutboundMessage } from '../../adapters/contract.ts';
import { chunksOf } from '../../shell/chunks.ts';
import type { flagSetResponse } from '../drift/contract.ts';
import type { Correction, Examined } from '../drift/examine.ts';

type Answer = Omit<z.infer<typeof flagSetResponse>, 'complete'>;
type MessageOf = (event: HubFlagEvent) => Promise<OutboundMessage | undefined>;

/** What a function may answer is 6 MB; messages are up to this, in characters of JSON. */
const maximumLength = 4_000_000;
const sideBySide = 25;

/** What a system has to change, each with the message that it would be sent; as many as fit one answer. */
export async function answerOf(
  { same, counts, corrections }: Examined,
  own: readonly LocalReference[],
  messageOf: MessageOf,
): Promise<{ body: Answer; complete: boolean }> {
  const remove = counts.remove + own.length;
  const body: Answer = { same, counts: { ...counts, remove }, raise: [], update: [], remove: [] };
  body.remove.push(...own.map(localReference => ({ localReference })));
  let length = 0;
  for (const chunk of chunksOf(corrections, sideBySide)) {
    const entries = await Promise.all(chunk.map(correction => entryOf(correction, messageOf)));
    for (const [index, { kind }] of chunk.entries()) {
      const entry = entries[index];
      if (entry !== undefined) (body[kind] as (typeof entry)[]).push(entry);
    }
    length += JSON.stringify(entries).length;
    if (length > maximumLength) break;
  }
  const complete = (['raise', 'update', 'remove'] as const).every(
    kind => body[kind].length === body.counts[kind],
  );
  return { body, complete };
}

async function entryOf({ id, event }: Correction, messageOf: MessageOf) {
  const message = event && (await messageOf(event));
  if (event === undefined || message === undefined) return { id };
  return { id, version: event.data.flag.version, contentType: message.contentType, message: message.body };
}
