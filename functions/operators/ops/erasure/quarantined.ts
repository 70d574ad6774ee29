import { comparedKey } from '../../../../schemas/key-text.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import {
  eventContentType,
  mistakenContentType,
  type QuarantineItem,
  unmatchedContentType,
} from '../../../shell/tables/quarantine/item.ts';

/** Shorter keys and names are in too many texts to say whom they mean. */
const shortest = 4;
/** What the hub keeps as an event has its texts encrypted: the key is destroyed, and what happened to the home stays. */
const encrypted: ReadonlySet<string> = new Set([eventContentType, mistakenContentType, unmatchedContentType]);

/** Whether what a system sent, and the hub keeps as it came, names a person: by one of their keys, or by name. */
export function namesPerson(
  { contentType, payload, corrected, key }: QuarantineItem,
  { persons, names }: { persons: readonly PersonReference[]; names: readonly string[] },
): boolean {
  if (encrypted.has(contentType)) return false;
  const keys = persons.map(person => person.slice(person.indexOf(':') + 1));
  const texts = [payload, corrected?.payload ?? '', key ?? ''].map(comparedKey);
  return [...keys, ...names]
    .filter(word => word.length >= shortest)
    .some(word => texts.some(text => isWordIn(comparedKey(word), text)));
}

function isWordIn(word: string, text: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + word.length]];
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}
