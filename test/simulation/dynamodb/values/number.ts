import { invalid } from '../errors.ts';

/** A number as DynamoDB keeps it: whole digits and a power of ten. */
interface Decimal {
  digits: bigint;
  exponent: number;
}

const plain = /^-?[1-9]\d{0,14}$|^0$/;
const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const significant = 38;
const largest = 125;
const smallest = -130;

/** A number as DynamoDB prints it: without exponent, leading or trailing zeros. @throws when it cannot be stored. */
export function canonicalNumber(text: string): string {
  return plain.test(text) ? text : printed(decimalOf(text));
}

/** Less than zero where `a` is the smaller one. Both are as DynamoDB prints them. */
export function compareNumbers(a: string, b: string): number {
  if (plain.test(a) && plain.test(b)) return Number(a) - Number(b);
  const [{ digits: first }, { digits: second }] = aligned(decimalOf(a), decimalOf(b));
  return first < second ? -1 : Number(first > second);
}

/** The sum of two numbers, or with `sign` -1 their difference. */
export function addNumbers(a: string, b: string, sign: 1 | -1 = 1): string {
  const [first, second] = aligned(decimalOf(a), decimalOf(b));
  return printed({ digits: first.digits + BigInt(sign) * second.digits, exponent: first.exponent });
}

function decimalOf(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', power = '0'] = written.exec(text) ?? [];
  if (`${whole}${fraction}` === '')
    throw invalid(`The parameter cannot be converted to a numeric value: ${text}`);
  const digits = BigInt(`${whole}${fraction}`);
  return { digits: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length };
}

function aligned(a: Decimal, b: Decimal): [Decimal, Decimal] {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = (of: Decimal) => ({ digits: of.digits * 10n ** BigInt(of.exponent - exponent), exponent });
  return [at(a), at(b)];
}

function printed({ digits, exponent }: Decimal): string {
  if (digits === 0n) return '0';
  const all = `${digits < 0n ? -digits : digits}`;
  const kept = all.replace(/0+$/, '');
  const power = exponent + all.length - kept.length;
  checkRange(kept.length, power + kept.length - 1);
  const sign = digits < 0n ? '-' : '';
  if (power >= 0) return `${sign}${kept}${'0'.repeat(power)}`;
  const padded = kept.padStart(1 - power, '0');
  return `${sign}${padded.slice(0, power)}.${padded.slice(power)}`;
}

function checkRange(length: number, magnitude: number): void {
  if (magnitude > largest)
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  if (magnitude < smallest)
    throw invalid(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  if (length > significant) throw invalid('Attempting to store more than 38 significant digits in a Number');
}
