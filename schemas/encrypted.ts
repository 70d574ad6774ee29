import * as z from 'zod';

/**
 * How an encrypted text begins. The rest is `<generation>:<base64url>:<key>`: which key of that name it is (1 the first), the
 * encrypted text with its authentication tag, and the name of the key. Only the hub has the keys: whoever may read a text
 * asks the API for it.
 */
export const encryptedPrefix = 'encrypted:v1:';

/** Whether a text is encrypted. */
export function isEncrypted(text: string): boolean {
  return text.startsWith(encryptedPrefix);
}

/** The longest name of a key, and the most digits of its generation. */
const longestKey = 110;
const generationDigits = 6;
/** What encryption adds to a text, in bytes: its authentication tag. */
const tagBytes = 16;

/** How long a text of so many bytes of UTF-8 is at most when it is encrypted, in characters. */
export function encryptedLength(bytes: number): number {
  const encoded = Math.ceil(((bytes + tagBytes) * 4) / 3);
  return encryptedPrefix.length + generationDigits + 1 + encoded + 1 + longestKey;
}

/** A character of a string is at most three bytes of UTF-8: those of four are two characters. */
const bytesPerCharacter = 3;

/** A text that says something about a person: in clear, of at most so many characters, or encrypted. */
export function personalText(maximum: number) {
  const longest = encryptedLength(maximum * bytesPerCharacter);
  return z
    .string()
    .trim()
    .min(1)
    .refine(text => text.length <= (isEncrypted(text) ? longest : maximum), `at most ${maximum} characters`)
    .meta({ maxLength: longest });
}

/** A text that is encrypted, of which the clear text would have another form, such as a date. */
export const encryptedSchema = z
  .string()
  .regex(new RegExp(`^${encryptedPrefix}\\d{1,${generationDigits}}:[\\w-]+:\\S+$`))
  .max(encryptedLength(100))
  .brand('Encrypted')
  .meta({ title: 'An encrypted text' });
