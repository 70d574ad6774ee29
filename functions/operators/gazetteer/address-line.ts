/** The parts of an address as BS 7666 has them; each may be missing. */
export interface AddressParts {
  /** Secondary addressable object: `FLAT 4`. */
  saon?: string | undefined;
  /** Primary addressable object: `LARCH HOUSE`, `14`, `14A-16`. */
  paon?: string | undefined;
  street?: string | undefined;
  locality?: string | undefined;
  town?: string | undefined;
}

const numberOnly = /^\d+[A-Z]?(\s*[-/]\s*\d+[A-Z]?)?$/i;

/**
 * An address on one line: `FLAT 4, LARCH HOUSE, LINDEN ROAD, LONDON`; the number of a house stands before its street,
 * `14 LINDEN ROAD, LONDON`.
 * @returns undefined when there is neither house nor street.
 */
export function addressLineOf({ saon, paon, street, locality, town }: AddressParts): string | undefined {
  if (paon === undefined && street === undefined) return undefined;
  const joined = paon !== undefined && street !== undefined && numberOnly.test(paon);
  const house = joined ? [`${paon} ${street}`] : [paon, street];
  const area = locality?.toUpperCase() === town?.toUpperCase() ? [town] : [locality, town];
  return [saon, ...house, ...area].filter(part => part !== undefined).join(', ');
}
