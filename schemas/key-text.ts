/**
 * A key in one spelling, whatever it was copied from: UPRN, reference, id. People and spreadsheets add what nobody sees, and
 * two spellings of one key would be two homes, jobs or leaks: zero-width and control characters, no-break spaces, full-width
 * digits, `="00051235"` and `'00051235` (how Excel is told that a number is text), `51236.0` (how it writes one that it
 * took for a number), a GUID in capitals or braces. Leading zeros are part of a key and stay.
 */
export function keyText(text: string): string {
  const visible = text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]+/gu, '');
  const plain = visible.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const key = withoutArmour(plain).replace(/^(\d+)\.0+$/, '$1');
  return guid.exec(key)?.[1]?.toLowerCase() ?? key;
}

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/**
 * A key as it is compared: people type `lfa 91` where a system shows `LFA 91`, and mean the same. Two keys that differ in
 * capitals alone are one key; it is shown as it was written.
 */
export function comparedKey(text: string): string {
  const key = keyText(text);
  return guid.test(key) ? key : key.toUpperCase();
}

/** What is between the signs by which a spreadsheet knows a text. */
function withoutArmour(text: string): string {
  const opened = text.replace(/^(?:="|'| )+/, '');
  return opened.length < text.length ? opened.replace(/[" ]+$/, '') : text;
}
