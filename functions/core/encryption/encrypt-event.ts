import type { LintelEvent } from '../../../schemas/catalogue.ts';
import { encryptedLength } from '../../../schemas/encrypted.ts';
import { encryptText, type TextKey } from './cipher.ts';
import { withPersonalTexts } from './personal-texts.ts';

/** An event with its personal texts encrypted. The same event and key are the same encrypted event. */
export function encryptedEvent<E extends LintelEvent>(event: E, key: TextKey): E {
  return withPersonalTexts(event, text => encryptText(text, key));
}

/** An event that is as large as it is at most when it is encrypted: for a limit, before there is a key. */
export function asLargeAsEncrypted<E extends LintelEvent>(event: E): E {
  return withPersonalTexts(event, text => '-'.repeat(encryptedLength(Buffer.byteLength(text))));
}
