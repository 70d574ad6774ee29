import { randomInt } from 'node:crypto';
import type { Generation } from '../plan/secrets.ts';

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * Makes up a secret's value as `GenerateSecretString` asks: a password, alone or as one member of
 * the JSON template.
 *
 * @param settings the template's settings
 */
export function generateSecret(settings: Generation): string {
  const { ExcludeCharacters, ExcludePunctuation, PasswordLength, GenerateStringKey, SecretStringTemplate } =
    settings;
  const alphabet = [...LETTERS_AND_DIGITS, ...(ExcludePunctuation ? '' : PUNCTUATION)].filter(
    character => !ExcludeCharacters.includes(character),
  );
  const password = Array.from({ length: PasswordLength }, () => alphabet[randomInt(alphabet.length)]).join(
    '',
  );
  if (GenerateStringKey === undefined) return password;
  return JSON.stringify({ ...JSON.parse(SecretStringTemplate ?? '{}'), [GenerateStringKey]: password });
}
