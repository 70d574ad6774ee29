import { derivedId } from '../envelope/derived-id.ts';

/** DynamoDB takes sort keys of 1,024 bytes, and what a key is made of stands beside other things in it. */
const mostBytes = 400;
const shown = 60;

/**
 * A text as a part of a key: the text itself, or of a long one its beginning and a hash of all of it. Equal texts have one
 * key, and no table refuses it: what is written out of abbreviations may be many times as long as what was sent.
 */
export function boundedKey(text: string): string {
  if (new TextEncoder().encode(text).length <= mostBytes) return text;
  return `${text.slice(0, shown).toWellFormed()}… ${derivedId(text)}`;
}
