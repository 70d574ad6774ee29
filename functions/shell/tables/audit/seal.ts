import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { Instant } from '../../../../schemas/reference.ts';
import { millisecondsAfter } from '../../../core/time/instants.ts';

/**
 * What the audit said of one day: a digest (SHA-256) of each of its rows by the row's name, and the chain: the digest of
 * this day and of the chain before. Nothing in it says whom a row is about.
 */
export const sealSchema = z.strictObject({
  day: z.iso.date(),
  /** In seconds, as DynamoDB has it: from then on rows of the day may have expired. */
  expires: z.int(),
  rows: z.record(z.string(), z.string()),
  chain: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

/** A day's rows as they are now, before they are sealed. */
export type DayOfRows = Omit<Seal, 'chain'>;

/** Where a chain begins. */
const beginning = '';

type Row = Readonly<Record<string, unknown>>;

/** The day on which a row says that something was read, in UTC. */
export function dayOf({ sk }: Row): string {
  return String(sk).slice(0, '2025-06-02'.length);
}

/** A day is over for good when whatever began on it was answered: functions run for half a minute. */
const graceMs = 10 * 60 * 1000;

/** The first day, in UTC, that may still get rows. */
export function openDay(now: Instant): string {
  return dayOf({ sk: millisecondsAfter(now, -graceMs) });
}

/** Adds a row to its day: by when and in which request it was, and by a digest of whom it is about. */
export function withRow(day: DayOfRows, row: Row): DayOfRows {
  const name = `${row['sk']} ${sha256(row['pk']).slice(0, 16)}`;
  day.rows[name] = sha256(row);
  return { ...day, expires: Math.min(day.expires, Number(row['expiresAt'] ?? Number.MAX_SAFE_INTEGER)) };
}

/** A day before any of its rows. */
export function emptyDay(day: string): DayOfRows {
  return { day, expires: Number.MAX_SAFE_INTEGER, rows: {} };
}

/** Seals a day on the chain of the one before; the first one is where the chain begins. */
export function sealed(day: DayOfRows, before: Seal | undefined): Seal {
  return { ...day, chain: chained(before?.chain ?? beginning, day) };
}

/** The first day whose seal is not on the chain of the one before, if any: the seals themselves were changed there. */
export function brokenAt(seals: readonly Seal[]): string | undefined {
  return seals.find((seal, index) => !isOnChain(seal, seals[index - 1]))?.day;
}

/** Whether a seal is on the chain of the one before; the first one is where the chain begins. */
export function isOnChain({ chain, ...day }: Seal, before: Seal | undefined): boolean {
  return chained(before?.chain ?? beginning, day) === chain;
}

/** What differs between a day as it was sealed and as it is. */
export interface Difference {
  missing: string[];
  changed: string[];
  added: string[];
}

/** Compares a day as it was sealed, without rows where it was not, with how it is now. */
export function differenceOf(seal: DayOfRows, now: DayOfRows = emptyDay(seal.day)): Difference {
  const names = Object.keys(seal.rows);
  return {
    missing: names.filter(name => !(name in now.rows)),
    changed: names.filter(name => name in now.rows && now.rows[name] !== seal.rows[name]),
    added: Object.keys(now.rows).filter(name => !(name in seal.rows)),
  };
}

function chained(before: string, { day, expires, rows }: DayOfRows): string {
  return sha256([before, day, expires, rows]);
}

function sha256(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}
