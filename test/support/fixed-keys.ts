import { createHash } from 'node:crypto';
import { makeDecrypt, makeEncrypt } from '../../functions/shell/encryption.ts';

/** A key that anybody can guess. */
export function fixedKeyOf(name: string): Uint8Array {
  return createHash('sha256').update(name).digest();
}

const keysOf = (names: readonly string[]) =>
  Promise.resolve(new Map(names.map(name => [name, { name, generation: 1, key: fixedKeyOf(name) }])));

/** Encryption with fixed keys: for hubs that are compared with each other. */
export const fixedKeys = { encrypt: makeEncrypt(keysOf), decrypt: makeDecrypt(keysOf) };
