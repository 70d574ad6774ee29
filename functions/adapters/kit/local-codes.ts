import type { LocalFlagCode } from '../contract.ts';
import { type Reading, read, unread } from './reading.ts';

/**
 * The entry of a local code, compared character by character: codes that look alike are different codes.
 * @returns a problem that names the code and every known one; of a code that the system does not say in this word, why.
 */
export function readLocalCode(
  codes: readonly LocalFlagCode[],
  local: string,
  path: string,
): Reading<LocalFlagCode> {
  const entry = codes.find(known => known.local === local);
  if (entry !== undefined && entry.said === undefined) return read(entry);
  const sayable = codes.filter(({ said }) => said === undefined).map(known => spelled(known.local));
  const received = isCode(local) ? spelled(local) : undefined;
  return unread({
    path,
    message: `The alert code ${received === undefined ? '' : `“${received}” `}${whyNot[entry?.said ?? 'unknown']}`,
    expected: `one of ${sayable.join(', ')}`,
    ...(received !== undefined && { received }),
  });
}

const whyNot = {
  unknown: 'is not known',
  'by-case': 'follows from what is reported of the case, and ends with it: report that',
  never: 'is not for this system to say: a rule of the hub or another team does',
} as const;

/** A code is echoed; what has capitals and small letters, or small letters and spaces, is prose that may name somebody. */
function isCode(text: string): boolean {
  return text.length <= 40 && /^([^a-z]+|[^A-Z\s]+)$/.test(text);
}

/** Characters outside ASCII by their number, so that a reader can tell look-alikes apart. */
function spelled(code: string): string {
  return code.replace(
    /[^\u0020-\u007e]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
