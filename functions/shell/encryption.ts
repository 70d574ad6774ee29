import type { LintelEvent } from '../../schemas/catalogue.ts';
import { decrypted, type KnownKey, keyNamesIn } from '../core/encryption/decrypt-value.ts';
import { encryptedEvent } from '../core/encryption/encrypt-event.ts';
import { keyNameOf } from '../core/encryption/key-of-event.ts';
import { hasPersonalText } from '../core/encryption/personal-texts.ts';
import { HubError } from './errors.ts';
import { logLine } from './log.ts';
import { logLines } from './log-lines.ts';
import type { ObtainKeys } from './tables/keys/key-maker.ts';

/** Encrypts the personal texts of events, each with the key of whom it is about. */
export type Encrypt = <E extends LintelEvent>(events: readonly E[]) => Promise<E[]>;
/** What is known of the keys of these names. */
type FindKeys = (names: readonly string[]) => Promise<ReadonlyMap<string, KnownKey>>;
/** Gives an answer with its texts in clear. */
export type Decrypt = <T>(value: T) => Promise<T>;

/** Makes the encryption of what comes in: the keys of all events are asked for at once, and none where there is no text. */
export function makeEncrypt(obtainKeys: ObtainKeys): Encrypt {
  return async events => {
    const personal = new Set(events.filter(hasPersonalText));
    if (personal.size === 0) return [...events];
    const keys = await obtainKeys([...personal].map(keyNameOf));
    return events.map(event => {
      if (!personal.has(event)) return event;
      const key = keys.get(keyNameOf(event));
      if (key === undefined) throw new HubError('There is no key for a personal text', { retryable: true });
      return encryptedEvent(event, key);
    });
  };
}

/**
 * Makes the decryption of what goes out. A text whose key was destroyed is shown as erased; one that no key fits, though it
 * should, is said to be unreadable, and logged.
 */
export function makeDecrypt(findKeys: FindKeys): Decrypt {
  return async value => {
    const names = keyNamesIn(value);
    if (names.length === 0) return value;
    const { value: clear, unreadable } = decrypted(value, await findKeys(names));
    if (unreadable > 0) logLine(logLines.textsUnreadable, { texts: unreadable });
    return clear;
  };
}
