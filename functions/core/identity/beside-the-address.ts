/** A British telephone number, with the words before it: nothing of a home has ten digits after a nought. */
const telephone =
  /(?:\b(?:TEL(?:EPHONE)?|(?:TELE)?PHONE|MOB(?:ILE)?|CALL|T|M)\b[.: ]*)?(?:\+ ?44[ (]{0,2}0?\)?|\b0)(?:[ -]?\d){9,10}\b/gi;

/** How a line begins that says for whom a letter is, or how to get in, and nothing of where the home is. */
const beginnings: readonly (readonly string[])[] = [
  ...['MR', 'MRS', 'MS', 'MISS', 'MX', 'DR', 'FAO', 'ATTN', 'OCCUPIER', 'TENANT', 'KEYSAFE', 'BUZZER'].map(
    word => [word],
  ),
  ['KEY', 'SAFE'],
  ['RING', 'BELL'],
  ['DOOR', 'CODE'],
  ['ENTRY', 'CODE'],
];

/** Before a name that a building or a street has no longer: up to the end of the line it is not what it is called. */
const formerly = new Set(['FORMERLY', 'PREVIOUSLY']);

/** An address without the telephone numbers that people write behind it. */
export function withoutTelephones(text: string): string {
  return text.replace(telephone, ',');
}

/**
 * The words of a line that say where a home is: none of a line for the postman or a visitor, and of a line with a former
 * name those before it.
 */
export function ofTheAddress(tokens: readonly string[]): readonly string[] {
  const words = tokens[0] === 'THE' ? tokens.slice(1) : tokens;
  const isBeside = beginnings.some(beginning => beginning.every((word, index) => words[index] === word));
  if (isBeside) return [];
  const end = tokens.findIndex(token => formerly.has(token));
  return end < 0 ? tokens : tokens.slice(0, end);
}
