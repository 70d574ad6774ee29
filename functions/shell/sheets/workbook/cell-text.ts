import type { Shown } from './styles.ts';

/** A cell as its workbook has it: what kind of value, in which style, and the value's text. */
export interface WrittenCell {
  type: string;
  style: number;
  value: string;
}

/** What the cells of a workbook are read by. */
export interface CellContext {
  strings: readonly string[];
  styles: readonly Shown[];
  from1904: boolean;
}

const millisecondsADay = 86_400_000;
/** Day 0 of Excel's count from 1900, which takes that year for a leap year; day 0 of the count from 1904. */
const dayZero = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const;
/** 31 December 9999: Excel has no later day. */
const lastDay = 2_958_465;

/**
 * What a cell says, as text: a text as it is, with the zeros before it; a number without what binary fractions add to it,
 * `51236` for 51236.0; a date as `2026-01-05`, with the time where it has one; nothing of an error.
 */
export function cellTextOf({ type, style, value }: WrittenCell, context: CellContext): string {
  if (type === 's') return context.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type !== 'n') return value;
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return value;
  const shown = context.styles[style];
  if (shown?.as === 'date' && number >= 0 && number <= lastDay) return dateOf(number, context.from1904);
  return plainNumber(number).padStart(shown?.as === 'number' ? shown.digits : 0, '0');
}

/** Fifteen digits, as Excel shows them, and never as a power of ten while they are digits. */
function plainNumber(number: number): string {
  const rounded = Number(number.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e15 ? rounded.toFixed(0) : String(rounded);
}

/** Excel has no time zones: a day is the day that is shown. Below one it is a time without a day. */
function dateOf(days: number, from1904: boolean): string {
  const zero = from1904 ? dayZero.from1904 : dayZero.from1900;
  const seconds = Math.round((days * millisecondsADay) / 1_000);
  const [day = '', time = ''] = new Date(zero + seconds * 1_000).toISOString().slice(0, 19).split('T');
  if (days < 1 && !from1904) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
