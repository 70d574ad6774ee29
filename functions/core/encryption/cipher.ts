import { gcmsiv } from '@noble/ciphers/aes.js';
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { encryptedPrefix, isEncrypted } from '../../../schemas/encrypted.ts';

/** One of the keys that there are of a name: the first is generation 1, and one made after an erasure is the next. */
export interface KeyName {
  name: string;
  generation: number;
}
/** A key of 256 bits. */
export interface TextKey extends KeyName {
  key: Uint8Array;
}

export const keyBytes = 32;

/**
 * The nonce is always the same, so that the same text under the same key is the same encrypted text: what is said twice is
 * known. AES-GCM-SIV (RFC 8452) is made for it: repeating a nonce tells that two texts are equal, and nothing else.
 */
const nonce = new Uint8Array(12);

/** Encrypts a text; the name of its key cannot be exchanged for another one afterwards. */
export function encryptText(text: string, { key, name, generation }: TextKey): string {
  const bytes = gcmsiv(key, nonce, boundTo({ name, generation })).encrypt(utf8ToBytes(text));
  return `${encryptedPrefix}${generation}:${Buffer.from(bytes).toString('base64url')}:${name}`;
}

/** The key that an encrypted text needs; undefined where the text is in clear, or only looks as if it were encrypted. */
export function keyNameIn(text: string): KeyName | undefined {
  const parts = isEncrypted(text) ? partsOf(text) : undefined;
  return parts && { name: parts.name, generation: parts.generation };
}

/** The clear text; undefined where the key is not the one that it was encrypted with, or the text was changed. */
export function decryptText(text: string, { key, ...known }: TextKey): string | undefined {
  const parts = partsOf(text);
  if (parts?.name !== known.name || parts.generation !== known.generation) return undefined;
  try {
    return bytesToUtf8(gcmsiv(key, nonce, boundTo(parts)).decrypt(Buffer.from(parts.bytes, 'base64url')));
  } catch {
    return undefined;
  }
}

const form = new RegExp(`^${encryptedPrefix}(?<generation>\\d{1,6}):(?<bytes>[\\w-]+):(?<name>\\S+)$`);

function partsOf(text: string): (KeyName & { bytes: string }) | undefined {
  const parts = form.exec(text)?.groups as Record<'generation' | 'bytes' | 'name', string> | undefined;
  return parts && { ...parts, generation: Number(parts.generation) };
}

function boundTo({ name, generation }: KeyName): Uint8Array {
  return utf8ToBytes(`${generation}:${name}`);
}
