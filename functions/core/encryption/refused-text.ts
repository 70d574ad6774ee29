import { isEncrypted } from '../../../schemas/encrypted.ts';

/**
 * Where in something that comes from outside a text begins as an encrypted one does. Nobody outside encrypts: it would be
 * decrypted for somebody who may read the one and not the other.
 * @returns the path; undefined where there is none
 */
export function encryptedAt(value: unknown): (string | number)[] | undefined {
  if (typeof value === 'string') return isEncrypted(value.trim()) ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const path = encryptedAt(inner);
    if (path !== undefined) return [Array.isArray(value) ? Number(name) : name, ...path];
  }
  return undefined;
}
