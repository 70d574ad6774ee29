/** Parsed JSON, or where it stops being JSON: an offset in characters, from 0. */
export type ReadJson = { ok: true; value: unknown } | { ok: false; position: number };

/**
 * Parses JSON and, where it is none, finds the place. The text itself is not repeated: it may hold personal data.
 * Half a character after a blank or at the end of a long text, which is what `\\ud83d` is when a vendor cut an emoji in two,
 * is left out; anywhere else it is read as U+FFFD, as half a character in UTF-8 is: no table would keep it, and a key without
 * its last character is another key. A byte-order mark before the JSON is no part of it.
 */
export function readJson(written: string): ReadJson {
  const text = written.replace(/^\ufeff/, ' ');
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value: surrogate.test(text) ? wellFormed(value) : value };
  } catch (error) {
    return { ok: false, position: positionIn(text, String(error)) };
  }
}

/** An escape that stands for half a character, whether or not the other half follows. */
const surrogate = /\\ud[89a-f]/i;

/** The first half of a character without the second. */
const halfAtEnd = /[\ud800-\udbff]$/;
/** No key is as long. */
const longestKey = 100;

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return withoutHalf(value).toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.toWellFormed(), wellFormed(member)]),
  );
}

function withoutHalf(text: string): string {
  const cut = text.replace(halfAtEnd, '');
  return cut.length > longestKey || cut === '' || /\s$/.test(cut) ? cut : text;
}

/** V8 names the position of every error but an unexpected token. */
function positionIn(text: string, message: string): number {
  const named = /at position (\d+)/.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  return message.includes('Unexpected token') ? unexpectedTokenIn(text) : text.length;
}

/** A text cut off before the token is only unfinished, one cut off after it is wrong: halving finds the token. */
function unexpectedTokenIn(text: string): number {
  let unfinished = 0;
  let wrong = text.length;
  while (wrong - unfinished > 1) {
    const middle = Math.floor((unfinished + wrong) / 2);
    if (hasUnexpectedToken(text.slice(0, middle))) wrong = middle;
    else unfinished = middle;
  }
  return unfinished;
}

function hasUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return String(error).includes('Unexpected token');
  }
}
