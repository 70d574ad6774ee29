import type { Key } from '../keys.ts';

/** Audit table: one thing that a read showed. The id of the request is part of the key, so that nothing is overwritten. */
export function auditKey({ about, at, readId }: { about: string; at: string; readId: string }): Key {
  return { pk: auditPartition(about), sk: `${at}#${readId}` };
}

/** Audit table: every read that showed something of one subject. */
export function auditPartition(about: string): string {
  return `ABOUT#${about}`;
}

/** Audit table: what the rows of all reads have in common for which the glass was broken; one row a read has it. */
export const brokenGlass = 'BROKEN';
