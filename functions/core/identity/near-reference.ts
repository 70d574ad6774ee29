import { comparedKey } from '../../../schemas/key-text.ts';

/**
 * What is left of a reference without what people leave out when they type it: zeros before a number, spaces and signs.
 * References of which the same is left are near each other; which one is meant is not guessed.
 */
export function nearReference(reference: string): string {
  const said = comparedKey(reference)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said.replace(/(?<![0-9]) | (?![0-9])/g, '').replace(/(?<![0-9])0+(?=[0-9])/g, '');
}
