import { isEncrypted } from '../../../schemas/encrypted.ts';
import { decryptText, type KeyName, keyNameIn, type TextKey } from './cipher.ts';

/** What is known of the keys of a name: the present one, or which was destroyed last. */
export interface KnownKey {
  name: string;
  /** Of the present key; where there is none, of the one that was destroyed last. */
  generation: number;
  key?: Uint8Array | undefined;
}

/** What is shown in the place of a text whose key was destroyed. */
const erasedText = '[erased]';
/** What is shown in the place of a text that no key fits. */
export const unreadableText = '[not readable]';

/** The names of the keys that the encrypted texts of a value need, each once. */
export function keyNamesIn(value: unknown): string[] {
  const names = new Set<string>();
  withTexts(value, text => {
    const { name } = keyNameIn(text) ?? {};
    if (name !== undefined) names.add(name);
    return text;
  });
  return [...names];
}

/** A value with its texts in clear, and how many of them no key fits, though it was not destroyed. */
export function decrypted<T>(
  value: T,
  keys: ReadonlyMap<string, KnownKey>,
): { value: T; unreadable: number } {
  let unreadable = 0;
  const clear = withTexts(value, text => {
    const needed = keyNameIn(text);
    const found = needed && shownOf(text, needed, keys.get(needed.name));
    if (found === undefined) unreadable += 1;
    return found ?? unreadableText;
  });
  return { value: clear as T, unreadable };
}

function shownOf(text: string, needed: KeyName, known: KnownKey | undefined): string | undefined {
  if (known === undefined) return undefined;
  if (isDestroyed(needed, known)) return erasedText;
  return known.key && decryptText(text, known as TextKey);
}

function isDestroyed({ generation }: KeyName, known: KnownKey): boolean {
  return generation < known.generation || (generation === known.generation && known.key === undefined);
}

function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return isEncrypted(value) ? change(value) : value;
  if (Array.isArray(value)) return value.map(one => withTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, change)]));
}
