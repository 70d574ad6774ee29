/**
 * A key in one spelling, whatever it was copied from: UPRN, reference, id. People and spreadsheets add what nobody sees, and
 * two spellings of one key would be two homes, jobs or leaks: zero-width and control characters, no-break spaces, full-width
 * digits, `="00051235"` and `'00051235` (how Excel is told that a number is text), `51236.0` (how it writes one that it
 * took for a number). Leading zeros are part of a key and stay.
 */
export function keyText(text: string): string {
  const visible = text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]+/gu, '');
  const plain = visible.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return withoutArmour(plain).replace(/^(\d+)\.0+$/, '$1');
}

/** What is between the signs by which a spreadsheet knows a text. */
function withoutArmour(text: string): string {
  const opened = text.replace(/^(?:="|'| )+/, '');
  return opened.length < text.length ? opened.replace(/[" ]+$/, '') : text;
}
