import type { Subject } from '../../../schemas/reference.ts';
import type { Decrypt } from '../../shell/encryption.ts';
import type { ReadClear } from '../../shell/tables/records/clear-items.ts';
import { isHarmless, lengthOf } from './harmless.ts';

interface Deps {
  readClear: ReadClear;
  decrypt: Decrypt;
  print: (line: string) => void;
}
interface Shown {
  subject: Subject;
  /** How the sort keys begin: `RECORD`, `EVENT#2026-03`, `CASE#leak#leaks#L-1`. */
  beginning: string;
  showPayload: boolean;
}

/**
 * Prints items of a subject in clear, as the hub’s code reads them. Texts are decrypted and shown only when that is asked for.
 * @returns whether there is any.
 */
export async function showItems({ readClear, decrypt, print }: Deps, asked: Shown): Promise<boolean> {
  const { subject, beginning, showPayload } = asked;
  const kept = await readClear(subject, beginning);
  const items = showPayload ? await decrypt(kept) : kept;
  for (const { pk, sk, ...attributes } of items) {
    print(`${pk} ${sk}`);
    print(JSON.stringify(attributes, (_, value) => shown(value, showPayload), 2));
  }
  if (items.length === 0) print(`There is no ${beginning} of ${subject}`);
  return items.length > 0;
}

function shown(value: unknown, showPayload: boolean): unknown {
  if (value instanceof Set) return [...value];
  if (showPayload || typeof value !== 'string' || isHarmless(value)) return value;
  return lengthOf(value);
}
