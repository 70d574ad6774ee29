import canonicalize from 'canonicalize';
import { canonicalNumber } from '../dynamodb/values/number.ts';
import type { Answer } from './request.ts';

type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/**
 * An answer as text that is the same for answers that mean the same. Sets have no order; nor have items that were read by
 * their keys, or in pages that nobody can foretell. Left out are messages, which nothing in the hub reads, and what DynamoDB Local does
 * otherwise than AWS says that DynamoDB does:
 * - it answers a consumed capacity that nobody asked for,
 * - it keeps the zeros at the end of a number that an expression brought,
 * - where an action of a transaction cannot be applied, the whole request is wrong instead of that action being the reason.
 */
export function canonical(operation: string, { status, body }: Answer, inPages: boolean): string {
  const {
    message: _message,
    Message: _other,
    ConsumedCapacity: _cost,
    __type,
    ...said
  } = body as Record<string, Json>;
  const type = typeof __type === 'string' ? __type.split('#').at(-1) : undefined;
  if (isWrong(type, said['CancellationReasons'])) return `${status} ValidationException`;
  const isUnordered = inPages || operation === 'BatchGetItem';
  return canonicalize({ status, type, ...(sameForSame(said, isUnordered) as object) }) ?? '';
}

function isWrong(type: string | undefined, reasons: Json | undefined): boolean {
  if (type === 'ValidationException') return true;
  return Array.isArray(reasons) && reasons.some(({ Code }) => Code === 'ValidationError');
}

const sets = new Set(['SS', 'NS', 'BS']);

function sameForSame(value: Json | undefined, isUnordered: boolean): Json | undefined {
  if (Array.isArray(value)) {
    const list = value.map(element => sameForSame(element, isUnordered) ?? null);
    return isUnordered ? inOrderOfTexts(list) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => name !== 'Message');
  return Object.fromEntries(fields.map(([name, inside]) => [name, fieldOf(name, inside, isUnordered)]));
}

function fieldOf(name: string, value: Json | undefined, isUnordered: boolean): Json | undefined {
  if (name === 'N' && typeof value === 'string') return canonicalNumber(value);
  if (!sets.has(name) || !Array.isArray(value)) return sameForSame(value, isUnordered);
  return inOrderOfTexts(name === 'NS' ? value.map(canonicalNumber) : value);
}

function inOrderOfTexts(list: readonly Json[]): Json[] {
  return list.toSorted((a, b) => ((canonicalize(a) ?? '') < (canonicalize(b) ?? '') ? -1 : 1));
}
