import * as z from 'zod';
import type { LocalFlagCode } from '../contract.ts';
import { readLocalCode } from './local-codes.ts';
import { inOrder, readAs } from './readings.ts';

/** The words of a text, parted by commas, semicolons or new lines, with single spaces, in the table's spelling. */
export function wordsIn(codes: readonly LocalFlagCode[], text: string): string[] {
  const spellings = new Map(codes.map(({ local }) => [local.toLowerCase(), local]));
  const words = text.split(/[,;\n]/).map(word => word.trim().replace(/\s+/g, ' '));
  return words.filter(Boolean).map(word => spellings.get(word.toLowerCase()) ?? word);
}

/** A field that names flags in the system's own words; a word that it does not say is refused, with those that it does. */
export function wordsField(codes: readonly LocalFlagCode[]) {
  return z
    .string()
    .max(1_000)
    .optional()
    .transform((text, context): LocalFlagCode[] => {
      const entries = inOrder(
        wordsIn(codes, text ?? '').map(word => readAs(readLocalCode(codes, word, ''), entry => [entry])),
      );
      if (entries.ok) return entries.value;
      for (const { message, expected } of entries.problems) context.addIssue(`${message}: ${expected}`);
      return z.NEVER;
    });
}
