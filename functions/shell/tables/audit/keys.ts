import type { Key } from '../key.ts';

/** One thing that a read showed. The id of the request is part of the key, so that nothing is overwritten. */
export function auditKey({ about, at, readId }: { about: string; at: string; readId: string }): Key {
  return { pk: auditPartition(about), sk: `${at}#${readId}` };
}

/** Every read that showed something of one subject. */
export function auditPartition(about: string): string {
  return `ABOUT#${about}`;
}

/** What the rows of all reads by break-glass access have in common; one row a read has it. */
export const breakGlassMark = 'BREAK-GLASS';
