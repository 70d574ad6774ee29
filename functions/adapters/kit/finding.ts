import type { SealedText } from '../../../schemas/parts.ts';
import { speaksOfSafeguarding } from '../../../schemas/safeguarding-words.ts';

/** What a field of free text is about, where its vendor says so. */
export type TextAbout = 'home' | 'people';

/**
 * What was seen, measured or done at a home, in a field that is for that: for every team that works there, unless the vendor
 * says that it is about people. What speaks of safeguarding is, whatever the field.
 * @param otherwise the class of the text where it is about people
 */
export function finding(
  text: string,
  about: TextAbout | undefined,
  otherwise: SealedText['classification'] = 'personal',
): SealedText {
  if (speaksOfSafeguarding(text)) return { text, classification: 'special-category' };
  return about === 'people'
    ? { text, classification: otherwise }
    : { text, classification: 'personal', finding: true };
}

/** What is written in a field that is mostly about people: of the home only where the vendor says so. */
export function remark(
  text: string,
  about: TextAbout | undefined,
  otherwise: SealedText['classification'] = 'personal',
): SealedText {
  return finding(text, about ?? 'people', otherwise);
}
