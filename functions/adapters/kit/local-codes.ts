import type { LocalFlagCode } from '../contract.ts';
import { type Reading, read, unread } from './reading.ts';

/**
 * The entry of a local code, compared character by character: codes that look alike are different codes.
 * @returns a problem that names the code and every known one.
 */
export function readLocalCode(
  codes: readonly LocalFlagCode[],
  local: string,
  path: string,
): Reading<LocalFlagCode> {
  const entry = codes.find(known => known.local === local);
  if (entry !== undefined) return read(entry);
  return unread({
    path,
    message: `The alert code “${spelled(local)}” is not known`,
    expected: `one of ${codes.map(known => spelled(known.local)).join(', ')}`,
    received: spelled(local),
  });
}

/** Characters outside ASCII by their number, so that a reader can tell look-alikes apart. */
function spelled(code: string): string {
  return code.replace(
    /[^\u0020-\u007e]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
