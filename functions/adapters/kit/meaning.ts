import { type Reading, read, unread } from './reading.ts';

/**
 * What a code means in a vendor's list.
 * @returns a problem that names the code and every known one: an unknown code is never guessed at.
 */
export function meaningOf<T>(
  list: Readonly<Record<string, T>>,
  code: string | undefined,
  path: string,
): Reading<T> {
  const meaning = code === undefined || !Object.hasOwn(list, code) ? undefined : list[code];
  if (meaning !== undefined) return read(meaning);
  const expected = `one of ${Object.keys(list).join(', ')}`;
  if (code === undefined) return unread({ path, message: 'The code is missing', expected });
  return unread({ path, message: `The code “${code}” is not known`, expected, received: code });
}
