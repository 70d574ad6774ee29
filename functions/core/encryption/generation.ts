import { keyNameIn } from './cipher.ts';

/** The highest generation of the keys with which the texts of a value are encrypted; 1 where none is. */
export function generationIn(value: unknown): number {
  if (typeof value === 'string') return keyNameIn(value)?.generation ?? 1;
  if (typeof value !== 'object' || value === null) return 1;
  return Math.max(1, ...Object.values(value).map(generationIn));
}
